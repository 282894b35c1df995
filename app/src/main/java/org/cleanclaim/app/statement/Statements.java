package org.cleanclaim.app.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.statement.Statement.Content;
import org.cleanclaim.app.statement.Statement.Item;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Issues statements from the ledger: every cent of the balance has an entry behind it, and every
/// entry a sentence. One that does not add up is refused and waits for a person.
@Component
@Transactional
public class Statements {
  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Ledger ledger;
  private final Households households;
  private final Standings standings;
  private final HouseholdExplanation explanation;
  private final PaymentPlans plans;
  private final Assistance assistance;
  private final CashApplication application;
  private final BillingWishes wishes;
  private final BillingPolicies policies;
  private final StatementExceptions exceptions;
  private final Organizations organizations;
  private final FileExchange files;
  private final Home home;
  private final AuditTrail audit;
  private final Clock clock;

  Statements(
      JdbcClient jdbc,
      JsonColumns json,
      Ledger ledger,
      Households households,
      Standings standings,
      HouseholdExplanation explanation,
      PaymentPlans plans,
      Assistance assistance,
      CashApplication application,
      BillingWishes wishes,
      BillingPolicies policies,
      StatementExceptions exceptions,
      Organizations organizations,
      FileExchange files,
      Home home,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.ledger = ledger;
    this.households = households;
    this.standings = standings;
    this.explanation = explanation;
    this.plans = plans;
    this.assistance = assistance;
    this.application = application;
    this.wishes = wishes;
    this.policies = policies;
    this.exceptions = exceptions;
    this.organizations = organizations;
    this.files = files;
    this.home = home;
    this.audit = audit;
    this.clock = clock;
  }

  /// Issues a statement to the household of a patient, when something of it is due; at most one a
  /// day. Empty too when its explanations do not add up: that is kept as an exception.
  public Optional<Statement> issue(PatientId patientId, LocalDate issuedOn) {
    return issue(households.of(patientId, issuedOn), issuedOn, 1);
  }

  /// @param step which one in the row
  Optional<Statement> issue(Household household, LocalDate issuedOn, int step) {
    application.lock(household);
    var existing =
        jdbc.sql(SELECT + "where patient_id = :patient and issued_on = :issuedOn")
            .param("patient", household.holderId())
            .param("issuedOn", issuedOn)
            .query(this::statement)
            .optional();
    if (existing.isPresent()) return existing;
    assistance.applyTo(household, issuedOn);
    application.settle(household, null, "statement-" + issuedOn, issuedOn);
    var drawn = draw(household, issuedOn, step, "");
    if (!drawn.balance().isPositive() || !drawn.dueNow().isPositive()) {
      return Optional.empty();
    }
    var flaw = flaw(drawn);
    if (flaw.isPresent()) {
      exceptions.add(household, drawn, flaw.get());
      return Optional.empty();
    }
    String number = "ST%06d".formatted(files.nextNumber("statement"));
    var practice = organizations.current();
    Path file = home.statements().resolve(practice.npi().value()).resolve(number + ".pdf");
    var statement =
        new Statement(
            0,
            new UUID(0, 0),
            drawn.patientId(),
            number,
            issuedOn,
            drawn.dueOn(),
            drawn.balance(),
            drawn.content(),
            home.root().relativize(file).toString(),
            drawn.language(),
            step,
            drawn.dueNow(),
            drawn.nextOn());
    write(file, StatementPdf.render(statement, household, practice, policies.current()));
    long id = insert(statement);
    addPeople(id, household);
    audit.record("issued statement", "statement", id, household.holderId(), null);
    return numbered(id);
  }

  /// The statement as it would be; nothing is kept.
  @Transactional(readOnly = true)
  public Statement preview(PatientId patientId, LocalDate on) {
    return draw(households.of(patientId, on), on, 1, "PREVIEW");
  }

  private Statement draw(Household household, LocalDate issuedOn, int step, String number) {
    var policy = policies.current();
    var standing = standings.of(household);
    var explained = explanation.of(household, issuedOn);
    LocalDate dueOn = issuedOn.plusDays(policy.daysToPay());
    var plan = plans.partOf(household, dueOn);
    Money dueNow = standing.due();
    if (plan.isPresent()) {
      Money outside = dueNow.minus(plan.get().left()).max(Money.ZERO);
      dueNow = plan.get().due().plus(outside).min(dueNow);
    }
    var notDue = new ArrayList<Item>();
    for (VisitShare share : standing.shares()) {
      String waitsFor = share.waitsFor();
      if (share.isDisputed()) {
        if (share.owed().isPositive()) notDue.add(Item.of(Words.disputed(), share.owed()));
      } else if (waitsFor != null && share.waiting().isPositive()) {
        var words = share.isDue() ? Words.partWaiting(waitsFor) : Words.waiting(waitsFor);
        notDue.add(Item.of(words, share.waiting()));
      }
    }
    Money putOff = standing.due().minus(dueNow);
    if (putOff.isPositive()) notDue.add(Item.of(Words.putOff(), putOff));
    return new Statement(
        0,
        new UUID(0, 0),
        household.holderId(),
        number,
        issuedOn,
        dueOn,
        standing.balance(),
        new Content(
            explained.visits(),
            explained.payments(),
            notDue,
            standing.ageing(issuedOn),
            plan.orElse(null)),
        "",
        wishes.of(household).language(),
        step,
        dueNow,
        issuedOn.plusDays(policy.cycleDays()));
  }

  /// What does not add up, in a sentence.
  static Optional<String> flaw(Statement drawn) {
    Money explained = drawn.content().total();
    if (!explained.equals(drawn.balance())) {
      return Optional.of(
          "The explanations come to %s, the ledger has %s.".formatted(explained, drawn.balance()));
    }
    for (Statement.Visit visit : drawn.content().visits()) {
      if (!visit.addsUp()) {
        return Optional.of(
            "The parts of the visit on %s do not add up to its charge of %s."
                .formatted(visit.servedOn(), visit.charged()));
      }
    }
    return Optional.empty();
  }

  private long insert(Statement statement) {
    return jdbc.sql(
            """
            insert into statement (patient_id, statement_number, issued_on, due_on, balance, content, file_path,
              created_at, language, step, due_now, next_on)
            values (:patient, :number, :issuedOn, :dueOn, :balance, :content::jsonb, :file, :now, :language, :step,
              :dueNow, :nextOn)
            returning statement_id
            """)
        .param("patient", statement.patientId())
        .param("number", statement.number())
        .param("issuedOn", statement.issuedOn())
        .param("dueOn", statement.dueOn())
        .param("balance", statement.balance().toBigDecimal())
        .param("content", json.write(statement.content()))
        .param("file", statement.filePath())
        .param("now", Timestamp.from(clock.instant()))
        .param("language", statement.language().name())
        .param("step", statement.step())
        .param("dueNow", statement.dueNow().toBigDecimal())
        .param("nextOn", statement.nextOn())
        .query(Long.class)
        .single();
  }

  private void addPeople(long id, Household household) {
    for (Patient member : household.members()) {
      jdbc.sql(
              "insert into statement_person (statement_id, patient_id, balance) values (:id,"
                  + " :patient, :balance)")
          .param("id", id)
          .param("patient", member.id().value())
          .param("balance", ledger.patientBalance(member.id().value()).toBigDecimal())
          .update();
    }
  }

  private static void write(Path file, byte[] pdf) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The statement " + file + " cannot be written. Check free space and the folder's rights.",
          e);
    }
  }

  public byte[] pdf(Statement statement) {
    try {
      return Files.readAllBytes(home.root().resolve(statement.filePath()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The statement " + statement.number() + " is not in the home folder any more.", e);
    }
  }

  /// Statements of the household of a patient, the latest first.
  @Transactional(readOnly = true)
  public List<Statement> ofPatient(PatientId patientId) {
    return of(households.of(patientId));
  }

  List<Statement> of(Household household) {
    return jdbc.sql(
            SELECT
                + "where patient_id = any (:patients) order by issued_on desc, statement_id desc")
        .param("patients", household.recordIds())
        .query(this::statement)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Statement> find(UUID publicId) {
    return jdbc.sql(SELECT + "where public_id = :id")
        .param("id", publicId)
        .query(this::statement)
        .optional();
  }

  /// One by its number inside.
  @Transactional(readOnly = true)
  public Optional<Statement> numbered(long id) {
    return jdbc.sql(SELECT + "where statement_id = :id")
        .param("id", id)
        .query(this::statement)
        .optional();
  }

  private static final String SELECT =
      """
      select statement_id, public_id, patient_id, statement_number, issued_on, due_on, balance, content, file_path,
        language, step, due_now, next_on
      from statement
      """;

  private Statement statement(ResultSet row, int n) throws SQLException {
    Money balance = Rows.money(row, "balance");
    return new Statement(
        row.getLong("statement_id"),
        row.getObject("public_id", UUID.class),
        row.getLong("patient_id"),
        row.getString("statement_number"),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        balance,
        json.read(row.getString("content"), Content.class),
        row.getString("file_path"),
        Language.valueOf(row.getString("language")),
        row.getInt("step"),
        row.getBigDecimal("due_now") == null ? balance : Rows.money(row, "due_now"),
        Rows.day(row, "next_on"));
  }
}
