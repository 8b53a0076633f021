//! The key file is made once, guarded, kept apart; the paper copy finds its own slips.

use proptest::prelude::*;

use super::*;

fn secrets(keys: &Keys) -> Vec<(u32, [u8; 32])> {
    keys.all().map(|key| (key.id, *key.secret.bytes())).collect()
}

#[test]
fn a_key_file_is_made_at_first_start_for_its_owner_only_and_opened_at_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let (path, data) = (folder.path().join("keys/alongside.keys"), folder.path().join("data"));
    let (made, new) = Keys::open_or_make(&path, &data, Keep::Apart).unwrap();
    assert!(new);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let (opened, new) = Keys::open_or_make(&path, &data, Keep::Apart).unwrap();
    assert!(!new);
    assert_eq!(secrets(&made), secrets(&opened));
}

#[test]
fn a_key_file_in_the_data_folder_is_refused_but_for_a_demonstration() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    std::os::unix::fs::symlink(&data, folder.path().join("link")).unwrap();
    for inside in
        [data.join("keys"), data.join("deep/er/keys"), data.join("../data/keys"), folder.path().join("link/k")]
    {
        let refused = Keys::open_or_make(&inside, &data, Keep::Apart);
        assert!(matches!(refused, Err(KeyError::InsideData(_))), "{inside:?}");
    }
    assert!(Keys::open_or_make(&data.join("keys"), &data, Keep::WithData).unwrap().1);
}

#[test]
fn a_key_file_that_others_can_read_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    Keys::new().unwrap().save_new(&path).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    assert!(matches!(Keys::open(&path), Err(KeyError::OthersCanRead(_))));
}

#[test]
fn a_key_file_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    let first = Keys::new().unwrap();
    first.save_new(&path).unwrap();
    assert!(matches!(Keys::new().unwrap().save_new(&path), Err(KeyError::File { .. })));
    assert_eq!(secrets(&Keys::open(&path).unwrap()), secrets(&first));
}

#[test]
fn a_new_key_keeps_the_old_ones() {
    let old = Keys::new().unwrap();
    let keys = old.with_new_key().unwrap();
    assert_eq!(secrets(&keys)[..1], secrets(&old)[..]);
    assert_eq!(keys.newest.id, 2);
    assert_eq!(secrets(&Keys::parse(&keys.to_text()).unwrap()), secrets(&keys));
}

#[test]
fn a_key_file_is_replaced_all_at_once_for_its_owner_only_and_by_one_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    let first = Keys::new().unwrap();
    first.save_new(&path).unwrap();
    // What a run left that was broken off is in nobody's way.
    fs::write(folder.path().join("keys.new"), "half a k").unwrap();
    let second = first.with_new_key().unwrap();
    let lock = Keys::lock(&path).unwrap();
    assert!(lock.is_some() && Keys::lock(&path).unwrap().is_none());
    second.replace(&path).unwrap();
    drop(lock);
    assert!(Keys::lock(&path).unwrap().is_some());
    assert_eq!(secrets(&Keys::open(&path).unwrap()), secrets(&second));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_file_whose_newest_key_was_retired_is_no_key_file() {
    let keys = Keys::new().unwrap().with_new_key().unwrap().retired(1, true);
    let text = keys.to_text();
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("codes")).collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(matches!(Keys::parse(lines[0]), Err(KeyError::Empty)));
}

#[test]
fn what_is_no_key_file_is_refused_by_line() {
    assert!(matches!(Keys::parse("# nothing\n\n"), Err(KeyError::Empty)));
    assert!(matches!(Keys::parse("# first\nhello"), Err(KeyError::Line(2))));
    let text = Keys::new().unwrap().to_text();
    assert!(matches!(Keys::parse(&format!("{}{}", *text, *text)), Err(KeyError::Twice(1))));
}

#[test]
fn the_paper_copy_reads_back_however_it_is_typed() {
    let keys = Keys::new().unwrap().with_new_key().unwrap();
    let copy = keys.recovery_copy();
    assert_eq!(copy.lines().count(), 10);
    let typed = copy.to_lowercase().replace(' ', "  ").replace("key  ", "key ").replace('0', "o");
    assert_eq!(secrets(&Keys::from_recovery_copy(&typed).unwrap()), secrets(&keys));
}

#[test]
fn a_slip_in_the_paper_copy_is_found_in_its_line() {
    let keys = Keys::new().unwrap();
    let mut lines: Vec<String> = keys.recovery_copy().lines().map(str::to_owned).collect();
    lines.swap(2, 3);
    let swapped = Keys::from_recovery_copy(&lines.join("\n"));
    assert!(matches!(swapped, Err(KeyError::Slip { key: 1, line: 2 })), "{swapped:?}");
    assert!(matches!(Keys::from_recovery_copy("Key 1\n"), Err(KeyError::Slip { key: 1, line: 1 })));
}

#[test]
fn keys_do_not_show_themselves_to_a_log() {
    assert_eq!(format!("{:?}", Keys::new().unwrap()), "Keys(hidden)");
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(typed in "\\PC*|(Key 1\n)?([0-9A-Z :]{0,30}\n){0,6}") {
        let _ = Keys::parse(&typed);
        let _ = Keys::from_recovery_copy(&typed);
    }
}
