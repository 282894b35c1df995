package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.app.practice.RegisteredPatients;
import org.cleanclaim.app.practice.Visits;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A practice of its own beside the demo month, with visits that insurance has decided, so that
/// bills of patients can be worked over HTTP.
public final class BillingPractice extends Practice {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final RegisteredPatients patients = new RegisteredPatients(this);
  private final Visits visits = Visits.toFamilyDoctor(this);

  /// @param npi of the practice
  public BillingPractice(String mark, String npi) {
    super(mark, npi);
    hire("bill", Role.BILLER);
    hire("fran", Role.FRONT_DESK);
    hire("mara", Role.MANAGER);
    write(() -> {
      payer("kind", "Kind Health", "CI");
      payer("second", "Second Health", "CI");
      payer("federal", "Federal Seniors", "MB");
    });
  }

  private void payer(String slug, String name, String filing) {
    jdbc()
        .sql(
            """
            insert into payer (slug, name, electronic_id, filing_code, timely_filing_days)
            values (:slug, :name, upper(:slug), :filing, 365)
            on conflict do nothing
            """)
        .param("slug", slug)
        .param("name", name)
        .param("filing", filing)
        .update();
  }

  /// A patient who answers for themselves, or for whom another does.
  public Patient patient(@Nullable String guarantor, String street) {
    int number = COUNTER.incrementAndGet();
    String account = mark.toUpperCase(Locale.ROOT) + "%05d".formatted(number);
    return patients.woman(account, "Reed" + number, street, guarantor);
  }

  public Patient patient() {
    return patient(null, COUNTER.get() + " Quiet Lane");
  }

  /// A visit whose charge the patient owes alone.
  public Encounter selfPay(Patient patient, LocalDate on, String charge) {
    var visit = encounter(patient, on);
    writeOn(
        on,
        () -> {
          charge(visit, charge);
          server
              .bean(Ledger.class)
              .post(
                  PostingDraft.of("BILLED", "The patient pays", "visit", "self-" + visit.id(), on)
                      .about(patient.id().value(), visit.id().value(), null, null)
                      .debit(Account.PATIENT_RECEIVABLE, Money.of(charge), 1, "self-pay")
                      .credit(Account.UNBILLED, Money.of(charge), 1, "self-pay")
                      .build());
        });
    return visit;
  }

  /// A visit with a claim in some status; nothing is decided.
  ///
  /// @return the claim's number
  public String billed(Encounter visit, String payer, String status, String charge) {
    String number = "PB%06d".formatted(COUNTER.incrementAndGet());
    write(() -> {
      long coverage = cover(visit, payer, "PRIMARY");
      jdbc()
          .sql(
              """
              insert into claim (control_number, encounter_id, patient_id, payer_id, coverage_id, frequency, status,
                snapshot, total_charge, served_from, served_through, file_by, created_at)
              select :number, :encounter, :patient, payer_id, :coverage, 'ORIGINAL', :status, :snapshot::jsonb, :charge,
                :on, :on, :on + 365, now()
              from payer where slug = :payer
              """)
          .param("number", number)
          .param("encounter", visit.id().value())
          .param("patient", visit.patientId().value())
          .param("coverage", coverage)
          .param("status", status)
          .param("snapshot", snapshot())
          .param("charge", Money.of(charge).toBigDecimal())
          .param("on", visit.servedOn())
          .param("payer", payer)
          .update();
      charge(visit, charge);
      post(
          PostingDraft.of(
                  "BILLED", "Billed", "claim " + number, "billed-" + number, visit.servedOn())
              .about(visit.patientId().value(), visit.id().value(), claim(number), payerId(payer))
              .debit(Account.INSURANCE_RECEIVABLE, Money.of(charge), null, "billed")
              .credit(Account.UNBILLED, Money.of(charge), null, "billed")
              .build());
    });
    return number;
  }

  /// What a payer decides about a claim.
  public void decided(
      Encounter visit, String claim, String payer, String paid, String discount, String share) {
    decided(visit, claim, payer, paid, discount, share, visit.servedOn().plusDays(10));
  }

  /// What a payer decides about a claim, as it is posted on a day.
  public void decided(
      Encounter visit,
      String claim,
      String payer,
      String paid,
      String discount,
      String share,
      LocalDate day) {
    writeOn(
        day,
        () -> {
          Money settled = Money.of(paid).plus(Money.of(discount)).plus(Money.of(share));
          post(
              PostingDraft.of(
                      settled.isNegative() ? "REVERSAL" : "REMITTANCE",
                      "Payer's decision",
                      "remittance " + COUNTER.incrementAndGet(),
                      "decided-" + claim + "-" + COUNTER.incrementAndGet(),
                      day)
                  .about(
                      visit.patientId().value(), visit.id().value(), claim(claim), payerId(payer))
                  .debit(Account.DEPOSIT_IN_TRANSIT, Money.of(paid), null, "paid")
                  .debit(Account.CONTRACTUAL_ADJUSTMENT, Money.of(discount), 1, "CO-45")
                  .debit(Account.PATIENT_RECEIVABLE, Money.of(share), 1, "PR-1")
                  .credit(Account.INSURANCE_RECEIVABLE, settled, null, "settled")
                  .build());
          jdbc()
              .sql("update claim set status = 'ADJUDICATED' where control_number = :number")
              .param("number", claim)
              .update();
        });
  }

  /// A visit that a plan has decided, leaving a share to the patient: the charge is the share and
  /// 80 dollars more.
  public Encounter share(Patient patient, String payer, LocalDate on, String share) {
    var visit = encounter(patient, on);
    Money charge = Money.of(share).plus(Money.of("80"));
    String claim = billed(visit, payer, "AT_PAYER", charge.toString());
    decided(visit, claim, payer, "50", "30", share);
    return visit;
  }

  /// A plan on file for a day.
  public long cover(Encounter visit, String payer, String sequence) {
    jdbc()
        .sql(
            """
            with added as (
              insert into coverage (patient_id, payer_id, sequence, plan_name, member_id, effective)
              select :patient, payer_id, :sequence, 'Plan', 'M1', daterange(:on, :on + 1)
              from payer
              where slug = :payer
                and not exists (
                  select from coverage c
                  where c.patient_id = :patient and c.payer_id = payer.payer_id and c.sequence = :sequence
                    and c.effective @> cast(:on as date))
              returning coverage_id, effective)
            insert into subscriber (coverage_id, relationship, effective, saved_by, saved_at)
            select coverage_id, 'SELF', daterange(lower(effective), null), 'test', now()
            from added
            """)
        .param("patient", visit.patientId().value())
        .param("sequence", sequence)
        .param("on", visit.servedOn())
        .param("payer", payer)
        .update();
    return jdbc()
        .sql(
            """
            select coverage_id
            from coverage g join payer y using (payer_id)
            where patient_id = :patient and slug = :payer and sequence = :sequence and effective @> :on
            """)
        .param("patient", visit.patientId().value())
        .param("payer", payer)
        .param("sequence", sequence)
        .param("on", visit.servedOn())
        .query(Long.class)
        .single();
  }

  public Encounter encounter(Patient patient, LocalDate on) {
    return visits.register(patient.id(), mark + COUNTER.incrementAndGet(), "OUTPATIENT", "11", on);
  }

  private void writeOn(LocalDate day, Runnable work) {
    on(
        day,
        Role.BILLER,
        () -> {
          write(work);
          return true;
        });
  }

  /// The statements of a day, as they went out on it.
  public StatementRun.Outcome statementsOf(LocalDate day) {
    return on(day, Role.BILLER, () -> server.bean(StatementRun.class).run(day));
  }

  public void post(PostingDraft draft) {
    server.bean(Ledger.class).post(draft);
  }

  private void charge(Encounter visit, String charge) {
    post(
        PostingDraft.of("CHARGE", "Charge", "visit", "charge-" + visit.id(), visit.servedOn())
            .about(visit.patientId().value(), visit.id().value(), null, null)
            .debit(Account.UNBILLED, Money.of(charge), 1, "charge")
            .credit(Account.CHARGES, Money.of(charge), 1, "charge")
            .build());
  }

  private long claim(String number) {
    return jdbc()
        .sql("select claim_id from claim where control_number = :number")
        .param("number", number)
        .query(Long.class)
        .single();
  }

  private long payerId(String slug) {
    return jdbc()
        .sql("select payer_id from payer where slug = :slug")
        .param("slug", slug)
        .query(Long.class)
        .single();
  }

  private String snapshot() {
    return server.inPractice(() ->
        new TransactionTemplate(server.bean(PlatformTransactionManager.class), requiresNew())
            .execute(status ->
                jdbc()
                    .sql("select snapshot::text from claim order by claim_id limit 1")
                    .query(String.class)
                    .single()));
  }

  private static org.springframework.transaction.TransactionDefinition requiresNew() {
    return new org.springframework.transaction.support.DefaultTransactionDefinition(
        org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /// What the ledger has.
  public Money balance(Account account) {
    return inside(() -> server.bean(Ledger.class).balances().getOrDefault(account, Money.ZERO));
  }
}
