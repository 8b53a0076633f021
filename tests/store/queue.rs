//! The queue: everything once, most urgent first, page by page.

use alongside::intake::rank::Standing;
use alongside::settings::rubric::Band;
use alongside::store::referrals::{self, Filter, NewReferral};
use alongside::triage::life::Status;
use chrono::TimeDelta;

use super::{STANDING, TestDb, a_referral, a_triager, filed, now, on_each_database};

fn file_forty(test: &TestDb) {
    for number in 0..40_u32 {
        let band = Band::ALL[usize::try_from(number % 4).unwrap()];
        let contact_by = now() + TimeDelta::hours(i64::from(number % 7) - 3);
        let standing = Standing { points: i32::try_from(number % 3).unwrap(), ..STANDING };
        let rank = standing.rank(band, contact_by);
        let mut new = NewReferral { band, contact_by, rank, points: number % 3, ..a_referral() };
        if number % 5 == 0 {
            new.issues[0].line = "care-act".into();
        }
        filed(test, new);
    }
}

#[test]
fn pages_hold_everything_once_in_order() {
    on_each_database(|test| {
        let triager = a_triager(test);
        file_forty(test);
        let page = |after, most| {
            test.db
                .read(|conn| {
                    referrals::queue(conn, &test.vault, triager, &Filter::all(&[Status::Received]), after, most)
                })
                .unwrap()
        };
        let whole = page(None, 100);
        assert_eq!((whole.rows.len(), whole.next), (40, None));
        let order: Vec<_> = whole.rows.iter().map(|row| (row.band, row.contact_by)).collect();
        assert!(order.is_sorted());
        let (mut paged, mut after) = (Vec::new(), None);
        loop {
            let part = page(after, 8);
            assert!(part.rows.len() == 8);
            paged.extend(part.rows);
            match part.next {
                Some(next) => after = Some(next.to_string().parse().unwrap()),
                None => break,
            }
        }
        assert_eq!(paged, whole.rows);
    });
}

#[test]
fn filters_narrow_and_counts_agree() {
    on_each_database(|test| {
        let triager = a_triager(test);
        file_forty(test);
        let found = |filter: Filter| {
            test.db.read(|conn| referrals::queue(conn, &test.vault, triager, &filter, None, 100)).unwrap().rows
        };
        let all = || Filter::all(&[Status::Received]);
        let counts = test.db.read(|conn| referrals::counts(conn, triager)).unwrap();
        for band in Band::ALL {
            let rows = found(Filter { band: Some(band), ..all() });
            assert!(rows.iter().all(|row| row.band == band));
            assert_eq!(i64::try_from(rows.len()).unwrap(), counts.of(Status::Received, band));
        }
        let lines = found(Filter { line: Some("care-act".into()), ..all() });
        assert_eq!((lines.len(), lines[0].lines.as_slice()), (8, &["care-act".to_owned()][..]));
        let overdue = found(Filter { overdue_at: Some(now()), ..all() });
        assert!(overdue.iter().all(|row| row.contact_by < now()));
        let how_many = test
            .db
            .read(|conn| referrals::how_many(conn, triager, &Filter { overdue_at: Some(now()), ..all() }))
            .unwrap();
        assert_eq!(i64::try_from(overdue.len()).unwrap(), how_many);
        assert!(found(Filter::all(&[Status::Closed])).is_empty());
    });
}

#[derive(diesel::QueryableByName)]
struct Step {
    #[diesel(sql_type = diesel::sql_types::Text)]
    detail: String,
}

#[test]
fn a_deep_page_seeks_in_the_index() {
    let test = TestDb::sqlite();
    let plan = "SELECT id AS n FROM referrals WHERE status = 'received' \
                AND (rank, received_at, id) > (1, 2, 3) ORDER BY rank, received_at, id LIMIT 50";
    let steps: Vec<Step> = test
        .db
        .read(|conn| Ok(diesel::RunQueryDsl::load(diesel::sql_query(format!("EXPLAIN QUERY PLAN {plan}")), conn)?))
        .unwrap();
    // The row's own number ends every index of SQLite, so the plan does not name it.
    let said: String = steps.iter().map(|step| step.detail.as_str()).collect();
    assert!(said.contains("referrals_queue (status=? AND (rank,received_at)>(?,?))"), "{said}");
    assert!(!said.contains("TEMP B-TREE"), "{said}");
}
