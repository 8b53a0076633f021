//! A browser without script: keeps cookies, follows links, fills the form that was rendered, by the words on the page.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use scraper::{ElementRef, Html};

use super::dom::{by_id, css, encode, select, text};
use super::http::{self, Response};

/// What somebody does to whom no answer came, or a page that says that it could not be kept: waits, and says where to ask
/// the same once more.
pub(crate) type Patience = Arc<dyn Fn(Option<&Response>) -> SocketAddr + Send + Sync>;

/// One person at one device.
pub(crate) struct Browser {
    /// Where the portal is.
    pub(crate) server: SocketAddr,
    /// Whoever has none gives up at once.
    pub(crate) patience: Option<Patience>,
    cookies: BTreeMap<String, String>,
    /// Where the person is.
    pub(crate) path: String,
    /// What they see.
    pub(crate) page: Response,
    /// What they have changed on this page: field name to values.
    filled: BTreeMap<String, Vec<String>>,
    /// Every address that was asked for, as a history or a proxy would keep it.
    pub(crate) addresses: Vec<String>,
    /// The head of every answer, as a proxy would see it.
    pub(crate) heads: Vec<String>,
    /// Everything that was typed here.
    pub(crate) typed: Vec<String>,
    /// What of it is somebody's name.
    pub(crate) names: Vec<String>,
    /// Every cookie that was set, as it was set.
    pub(crate) set: Vec<String>,
}

impl Browser {
    /// A browser that has been nowhere.
    pub(crate) fn new(server: SocketAddr) -> Self {
        let page = Response { status: 0, headers: Vec::new(), body: String::new() };
        Self {
            server,
            patience: None,
            cookies: BTreeMap::new(),
            path: String::new(),
            page,
            filled: BTreeMap::new(),
            addresses: Vec::new(),
            heads: Vec::new(),
            typed: Vec::new(),
            names: Vec::new(),
            set: Vec::new(),
        }
    }

    /// Types an address, or follows a link to it.
    pub(crate) fn open(&mut self, path: &str) -> &mut Self {
        self.request("GET", path, &[]);
        self
    }

    /// Follows the link whose words contain these.
    #[track_caller]
    pub(crate) fn follow(&mut self, words: &str) -> &mut Self {
        let html = self.html();
        let href = select(&html, "a[href]")
            .find(|link| text(*link).contains(words))
            .unwrap_or_else(|| panic!("no link “{words}” on {}:\n{}", self.path, self.words()))
            .value()
            .attr("href")
            .unwrap()
            .to_owned();
        self.open(&href)
    }

    /// Types words into the first field labelled so.
    #[track_caller]
    pub(crate) fn fill(&mut self, label: &str, words: &str) -> &mut Self {
        let name = self.fields(label).first().cloned();
        self.type_into(name, label, words)
    }

    /// Types words into the last field labelled so.
    #[track_caller]
    pub(crate) fn fill_last(&mut self, label: &str, words: &str) -> &mut Self {
        let name = self.fields(label).last().cloned();
        self.type_into(name, label, words)
    }

    /// The names of the fields labelled so.
    fn fields(&self, label: &str) -> Vec<String> {
        let html = self.html();
        select(&html, "label[for]")
            .filter(|found| text(*found).contains(label))
            .filter_map(|found| by_id(&html, found.value().attr("for")?))
            .filter(|field| !matches!(field.value().attr("type"), Some("radio" | "checkbox")))
            .map(|field| field.value().attr("name").expect("a field has a name").to_owned())
            .collect()
    }

    fn type_into(&mut self, name: Option<String>, label: &str, words: &str) -> &mut Self {
        let name = name.unwrap_or_else(|| panic!("no field “{label}” on {}:\n{}", self.path, self.words()));
        self.typed.push(words.to_owned());
        self.names.extend(name.ends_with("-name").then(|| words.to_owned()));
        self.filled.insert(name, vec![words.to_owned()]);
        self
    }

    /// Chooses an answer in the group whose question contains these words.
    #[track_caller]
    pub(crate) fn choose(&mut self, question: &str, answer: &str) -> &mut Self {
        let html = self.html();
        let group = select(&html, "fieldset")
            .find(|group| group.select(&css("legend")).next().is_some_and(|legend| text(legend).contains(question)))
            .unwrap_or_else(|| panic!("no question “{question}” on {}:\n{}", self.path, self.words()));
        let labels: Vec<_> = group.select(&css("label")).collect();
        let label = labels.iter().find(|label| text(**label) == answer);
        let choice = label
            .or_else(|| labels.iter().find(|label| text(**label).starts_with(answer)))
            .and_then(|label| match label.value().attr("for") {
                Some(id) => by_id(&html, id),
                None => label.select(&css("input")).next(),
            })
            .unwrap_or_else(|| panic!("no answer “{answer}” to “{question}” on {}", self.path));
        let name = choice.value().attr("name").unwrap().to_owned();
        let value = choice.value().attr("value").unwrap().to_owned();
        if choice.value().attr("type") == Some("checkbox") {
            self.filled.entry(name).or_default().push(value);
        } else {
            self.filled.insert(name, vec![value]);
        }
        self
    }

    /// Ticks the box that stands alone with these words.
    #[track_caller]
    pub(crate) fn tick(&mut self, words: &str) -> &mut Self {
        let html = self.html();
        let field = select(&html, "label")
            .filter(|label| text(*label).contains(words))
            .find_map(|label| label.select(&css("input[type=checkbox]")).next())
            .unwrap_or_else(|| panic!("no box “{words}” on {}:\n{}", self.path, self.words()));
        let name = field.value().attr("name").unwrap().to_owned();
        self.filled.insert(name, vec![field.value().attr("value").unwrap().to_owned()]);
        self
    }

    /// The value of the first field found so.
    pub(crate) fn value_of(&self, selector: &str) -> Option<String> {
        let html = self.html();
        select(&html, selector).next()?.value().attr("value").map(str::to_owned)
    }

    /// Presses the button with these words, which sends its form.
    #[track_caller]
    pub(crate) fn press(&mut self, words: &str) -> &mut Self {
        let (method, action, pairs) = self.pressed(words);
        if method == "POST" {
            self.request("POST", &action, &pairs);
        } else {
            self.open(&format!("{action}?{}", encode(&pairs)));
        }
        self
    }

    /// Presses a button, and the connection breaks before an answer comes.
    pub(crate) fn press_and_lose(&mut self, words: &str) -> &mut Self {
        let (_, action, pairs) = self.pressed(words);
        http::send_and_hang_up(self.server, &action, &self.cookie_header(), encode(&pairs).as_bytes());
        self
    }

    /// What a press of the button with these words would send: how, where, what.
    pub(crate) fn pressed(&self, words: &str) -> (&'static str, String, Vec<(String, String)>) {
        let html = self.html();
        let button = select(&html, "form button")
            .find(|button| text(*button).contains(words))
            .unwrap_or_else(|| panic!("no button “{words}” on {}:\n{}", self.path, self.words()));
        let form = button.ancestors().filter_map(ElementRef::wrap).find(|one| one.value().name() == "form").unwrap();
        let mut pairs = self.form_data(form);
        if let (Some(name), Some(value)) = (button.value().attr("name"), button.value().attr("value")) {
            pairs.push((name.to_owned(), value.to_owned()));
        }
        let own = |name: &str| button.value().attr(name).map(str::to_owned);
        let action = own("formaction").or_else(|| form.value().attr("action").map(str::to_owned));
        let action = action.unwrap_or_else(|| self.path.clone());
        let method = if form.value().attr("method") == Some("post") { "POST" } else { "GET" };
        (method, action, pairs)
    }

    /// What the browser would send of a form: its own values with what the person changed.
    fn form_data(&self, form: ElementRef<'_>) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        let mut done = Vec::new();
        for field in form.select(&css("input[name], textarea[name], select[name]")) {
            let name = field.value().attr("name").unwrap();
            let kind = field.value().attr("type").unwrap_or(field.value().name());
            if let (Some(values), true) = (self.filled.get(name), kind != "hidden") {
                if !done.contains(&name) {
                    done.push(name);
                    pairs.extend(values.iter().map(|value| (name.to_owned(), value.clone())));
                }
                continue;
            }
            let value = match kind {
                "radio" | "checkbox" if field.value().attr("checked").is_none() => continue,
                "textarea" => field.text().collect::<String>().trim_start_matches('\n').to_owned(),
                "select" => field
                    .select(&css("option"))
                    .find(|option| option.value().attr("selected").is_some())
                    .or_else(|| field.select(&css("option")).next())
                    .and_then(|option| option.value().attr("value"))
                    .unwrap_or_default()
                    .to_owned(),
                _ => field.value().attr("value").unwrap_or_default().to_owned(),
            };
            pairs.push((name.to_owned(), value));
        }
        pairs
    }

    /// Sends fields that no page offered, as a program would.
    pub(crate) fn post(&mut self, path: &str, pairs: &[(&str, &str)]) -> &mut Self {
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.request("POST", path, &pairs);
        self
    }

    fn request(&mut self, method: &str, path: &str, pairs: &[(String, String)]) {
        let (mut method, mut path, mut body) = (method, path.to_owned(), encode(pairs));
        for _ in 0..10 {
            self.addresses.push(path.clone());
            let answer = self.ask(method, &path, body.as_bytes());
            self.keep_cookies(&answer);
            self.heads.extend(answer.headers.iter().map(|(name, value)| format!("{name}: {value}")));
            self.filled.clear();
            let next = answer.header("location").map(str::to_owned);
            self.page = answer;
            self.path.clone_from(&path);
            match next {
                Some(next) if self.page.status == 303 => {
                    path = next;
                    method = "GET";
                    body = String::new();
                }
                _ => return,
            }
        }
        panic!("sent in circles from {path}");
    }

    /// Asks once; whoever has patience asks the same again until there is an answer.
    fn ask(&mut self, method: &str, path: &str, body: &[u8]) -> Response {
        let cookies = self.cookie_header();
        let headers = [
            ("Cookie", cookies.as_str()),
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Sec-Fetch-Site", "same-origin"),
        ];
        let Some(patience) = self.patience.clone() else {
            return http::send(self.server, method, path, &headers, body);
        };
        loop {
            match http::try_send(self.server, method, path, &headers, body) {
                Ok(answer) if answer.status != 503 => return answer,
                broken => self.server = patience(broken.ok().as_ref()),
            }
        }
    }

    /// The cookies, as they are sent.
    pub(crate) fn cookie_header(&self) -> String {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        cookies.join("; ")
    }

    /// Another window of the same browser, on the same page.
    pub(crate) fn another_window(&self) -> Self {
        Self { cookies: self.cookies.clone(), ..self.copy() }
    }

    /// As windows of one browser do: what one is given, all have.
    pub(crate) fn take_cookies_of(&mut self, window: &Self) -> &mut Self {
        self.cookies.clone_from(&window.cookies);
        self
    }

    fn copy(&self) -> Self {
        Self {
            server: self.server,
            patience: self.patience.clone(),
            cookies: BTreeMap::new(),
            path: self.path.clone(),
            page: self.page.clone(),
            filled: self.filled.clone(),
            addresses: Vec::new(),
            heads: Vec::new(),
            typed: Vec::new(),
            names: Vec::new(),
            set: Vec::new(),
        }
    }

    /// Puts the page back that was shown before, as the Back button may without asking the server.
    pub(crate) fn back_to(&mut self, before: &Self) -> &mut Self {
        self.page = before.page.clone();
        self.path.clone_from(&before.path);
        self.filled.clone_from(&before.filled);
        self
    }

    /// The answer that is chosen in the group whose question contains these words; the words in a field otherwise.
    pub(crate) fn answer(&self, question: &str) -> String {
        let html = self.html();
        let group = select(&html, "fieldset")
            .find(|group| group.select(&css("legend")).next().is_some_and(|legend| text(legend).contains(question)));
        if let Some(group) = group {
            let Some(chosen) = group.select(&css("input[checked]")).next() else { return String::new() };
            let around = chosen.ancestors().filter_map(ElementRef::wrap).find(|one| one.value().name() == "label");
            let id = chosen.value().attr("id");
            let beside = || group.select(&css("label[for]")).find(|label| label.value().attr("for") == id);
            return around.or_else(beside).map(text).unwrap_or_default();
        }
        let field = select(&html, "label[for]")
            .find(|label| text(*label).contains(question))
            .and_then(|label| by_id(&html, label.value().attr("for")?))
            .unwrap_or_else(|| panic!("no field “{question}” on {}:\n{}", self.path, self.words()));
        match field.value().attr("value") {
            Some(value) => value.to_owned(),
            None => field.text().collect::<String>().trim_start_matches('\n').to_owned(),
        }
    }

    /// Takes a cookie that somebody else made.
    pub(crate) fn plant(&mut self, name: &str, value: &str) -> &mut Self {
        self.cookies.insert(name.to_owned(), value.to_owned());
        self
    }

    fn keep_cookies(&mut self, answer: &Response) {
        for (_, cookie) in answer.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie")) {
            self.set.push(cookie.clone());
            let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() || rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Forgets everything, as a browser does when it is closed.
    pub(crate) fn close(&mut self) {
        self.cookies.clear();
    }

    /// The token of the forms on this page.
    pub(crate) fn token(&self) -> String {
        let html = self.html();
        let field = select(&html, "input[name=token]").next();
        field.and_then(|field| field.value().attr("value")).unwrap_or_default().to_owned()
    }

    /// The page, parsed.
    pub(crate) fn html(&self) -> Html {
        Html::parse_document(&self.page.body)
    }

    /// The words of the page as they are read out.
    pub(crate) fn words(&self) -> String {
        let html = self.html();
        select(&html, "body").map(text).collect()
    }

    /// The words of the first element found so.
    pub(crate) fn text_of(&self, selector: &str) -> Option<String> {
        let html = self.html();
        select(&html, selector).next().map(text)
    }

    /// The words of every element found so.
    pub(crate) fn texts_of(&self, selector: &str) -> Vec<String> {
        let html = self.html();
        select(&html, selector).map(text).collect()
    }

    /// The page's heading.
    pub(crate) fn heading(&self) -> String {
        self.text_of("h1").unwrap_or_default()
    }
}
