package org.cleanclaim.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is kept beside the entries is what the entries say, whatever came in which order.
class ReceivableMonthsTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 11, 3);
  private static final int DAYS = 600;
  private static final int CLAIMS = 12;
  private static final List<Account> ACCOUNTS =
      List.of(
          Account.INSURANCE_RECEIVABLE,
          Account.PATIENT_RECEIVABLE,
          Account.BANK,
          Account.CONTRACTUAL_ADJUSTMENT);

  private static final Iterator<String> NPIS =
      List.of("1992000012", "1992000020", "1992000038").iterator();

  private final DemoServer server = DemoServer.shared();
  private final Ledger ledger = server.bean(Ledger.class);
  private final ReceivableMonths months = server.bean(ReceivableMonths.class);
  private final Receivables receivables = server.bean(Receivables.class);
  private final KeptSums sums = server.bean(KeptSums.class);
  private final Random random = new Random(20260331);
  private final List<Billed> billed = new ArrayList<>();
  private Practice practice;

  private record Billed(Long patient, Long visit, Long claim, Long payer) {}

  @BeforeEach
  void aPracticeWithClaims() throws SQLException {
    practice = new Practice("months", NPIS.next());
    long id = practice.organization.id();
    try (var owner = server.ownerConnection();
        var statement = owner.createStatement()) {
      statement.execute(
          """
          do $$
          declare
            practice bigint := %d;
            one_payer bigint;
            one_patient bigint;
            one_policy bigint;
            one_visit bigint;
          begin
            for n in 1 .. %d loop
              insert into payer (organization_id, slug, name, electronic_id, filing_code, timely_filing_days)
              values (practice, 'p' || n, 'PAYER ' || n %% 3, 'P' || n, 'CI', 365) returning payer_id into one_payer;
              insert into patient (organization_id, account_number, last_name, first_name, born_on, sex, address_line, city,
                state, postal_code, created_at)
              values (practice, 'A' || n, 'Last', 'First', '1980-01-01', 'FEMALE', '1 Road', 'Dover', 'DE', '19901', now())
              returning patient_id into one_patient;
              insert into coverage (organization_id, patient_id, payer_id, sequence, plan_name, member_id, effective)
              values (practice, one_patient, one_payer, 'PRIMARY', 'Plan', 'M', daterange('2020-01-01', null))
              returning coverage_id into one_policy;
              insert into encounter (organization_id, visit_number, patient_id, provider_name, provider_npi,
                provider_taxonomy, specialty, setting, place_of_service, served_on, created_at)
              values (practice, 'V' || n, one_patient, 'Provider', '1234567893', '207Q00000X', 'Family', 'OUTPATIENT', '11',
                date '2024-10-01' + n * 40, now())
              returning encounter_id into one_visit;
              insert into claim (organization_id, control_number, encounter_id, patient_id, payer_id, coverage_id, status,
                snapshot, total_charge, served_from, served_through, file_by, created_at)
              values (practice, 'Q' || n, one_visit, one_patient, one_payer, one_policy, 'AT_PAYER', '{}', 100,
                date '2024-10-01' + n * 40, date '2024-10-01' + n * 40, '2026-12-31', now());
            end loop;
          end $$
          """
              .formatted(id, CLAIMS));
      try (var rows =
          statement.executeQuery(
              """
              select patient_id, encounter_id, claim_id, payer_id from claim where organization_id = %d order by claim_id
              """
                  .formatted(id))) {
        while (rows.next()) {
          billed.add(
              new Billed(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
        }
      }
    }
  }

  @Test
  void pastDaysAreWhatEntriesAloneSayWhateverCameInWhichOrder() throws SQLException {
    practice.<Boolean, SQLException>inside(() -> {
      int kept = 0;
      for (int step = 0; step < 120; step++) {
        ledger.postAll(List.of(chance(step, 0), chance(step, 1)));
        if (random.nextInt(4) == 0 && months.keepNext()) kept++;
        if (random.nextInt(6) == 0) serveOnAnotherDay(billed.get(random.nextInt(CLAIMS)).claim());
        if (step % 10 == 9) compare();
      }
      while (months.keepNext()) kept++;
      compare();
      assertThat(kept).isGreaterThan(5);
      assertThat(receivables.asOf(FIRST.plusDays(DAYS), null)).hasSizeGreaterThan(3);
      return true;
    });
  }

  private void serveOnAnotherDay(Long claim) throws SQLException {
    change(
        "update claim set served_from = served_from - %d where organization_id = %%d and claim_id = %d"
            .formatted(random.nextInt(90), claim));
  }

  private void compare() {
    for (int i = 0; i < 8; i++) {
      LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
      assertThat(receivables.asOf(day, null))
          .as("as of " + day)
          .isEqualTo(receivables.asOf(day, Instant.now().plusSeconds(86_400)));
    }
    assertThat(ledger.balances()).isEqualTo(balancesOfEntries());
    assertThat(sums.difference(FIRST.plusDays(DAYS))).isEmpty();
  }

  private Map<Account, Money> balancesOfEntries() {
    var balances = new EnumMap<Account, Money>(Account.class);
    try (var owner = server.ownerConnection();
        var statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                "select account, sum(amount)::text from entry where organization_id = %d group by account"
                    .formatted(practice.organization.id()))) {
      while (rows.next()) {
        balances.put(Account.valueOf(rows.getString(1)), Money.of(rows.getString(2)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return balances;
  }

  @Test
  void thoseWhoPostAtTheSameTimeLoseNothing() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var work = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < 60; i++) {
        var draft = chance(i, 7);
        work.add(() -> practice.inside(() -> ledger.post(draft)));
      }
      for (var done : threads.invokeAll(work)) assertThat(done.get()).isTrue();
    }
    practice.inside(() -> {
      assertThat(ledger.balances()).isEqualTo(balancesOfEntries());
      assertThat(sums.difference(FIRST.plusDays(DAYS))).isEmpty();
      return true;
    });
  }

  @Test
  void booksWhoseKeptSumsWereChangedAreNotClosed() throws SQLException {
    practice.inside(() -> ledger.post(chance(1, 1)));
    practice.inside(months::keepNext);
    change("update ledger_day set debits = debits + 1 where organization_id = %d and debits > 0");
    assertRefused("kept sums");
    change("update ledger_day set debits = debits - 1 where organization_id = %d and debits > 0");
    change(
        """
        insert into month_aged (organization_id, through, is_patient, served_on, owed, credits)
        select organization_id, through, false, through, 5, 0
        from receivable_month
        where organization_id = %d
        """);
    assertRefused("kept as open");
    change(
        """
        insert into month_aged (organization_id, through, is_patient, served_on, owed, credits)
        select organization_id, through, false, through, -5, 0
        from receivable_month
        where organization_id = %d
        """);
    change(
        """
        insert into month_receivable (organization_id, through, is_patient, owed_for, subject_id, served_on, amount, is_late)
        select organization_id, through, false, 'CLAIM', 1, through, 5, true
        from receivable_month
        where organization_id = %d
        """);
    assertRefused("kept as open");
  }

  private void assertRefused(String word) {
    practice.inside(() -> {
      assertThatThrownBy(() ->
              server.bean(Books.class).close(Closings.Kind.DAY, LocalDate.now(Practice.ZONE), null))
          .isInstanceOf(LedgerRefusal.class)
          .hasMessageContaining(word);
      return true;
    });
  }

  private void change(String sql) throws SQLException {
    try (var owner = server.ownerConnection();
        var statement = owner.createStatement()) {
      statement.execute(sql.formatted(practice.organization.id()));
    }
  }

  /// Moves ten dollars there or back between two chance accounts, for a chance claim, visit or
  /// person on a chance day: what is settled is opened again and again.
  private PostingDraft chance(int step, int place) {
    Billed of = billed.get(random.nextInt(CLAIMS));
    Account from = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    Account to = ACCOUNTS.get((ACCOUNTS.indexOf(from) + 1 + random.nextInt(3)) % ACCOUNTS.size());
    Long payer = random.nextInt(8) == 0 ? billed.getFirst().payer() : of.payer();
    Money amount = Money.of(random.nextBoolean() ? "10" : "-10");
    int known = random.nextInt(10);
    return PostingDraft.of(
            "TEST",
            "test",
            "test",
            "chance-%d-%d".formatted(step, place),
            FIRST.plusDays(random.nextInt(DAYS)))
        .about(of.patient(), known == 0 ? null : of.visit(), known <= 1 ? null : of.claim(), payer)
        .debit(from, amount, null, null)
        .credit(to, amount, null, null)
        .build();
  }
}
