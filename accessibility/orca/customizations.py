# What Orca is told when it starts: every word into a file at once; no braille, no echo of keys, no sounds.
import logging
import os

import orca.settings

orca.settings.enableBraille = False
orca.settings.enableBrailleMonitor = False
orca.settings.enableKeyEcho = False
orca.settings.enableEchoByCharacter = False
orca.settings.enableEchoByWord = False
orca.settings.enableTutorialMessages = False
orca.settings.presentToolTips = False
orca.settings.enableSound = False

_words = logging.FileHandler(os.environ["ORCA_WORDS"])
_words.setFormatter(logging.Formatter("%(message)s"))
logging.getLogger("speech").addHandler(_words)
logging.getLogger("speech").setLevel(logging.INFO)
