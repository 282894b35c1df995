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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.Ledger.LedgerLine;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.statement.Statement.Content;
import org.cleanclaim.app.statement.Statement.Item;
import org.cleanclaim.app.statement.Statement.Visit;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Issues statements from the ledger: every cent of the balance has an entry behind it, and every
/// entry a sentence.
@Component
@Transactional
public class Statements {
  private static final int DAYS_TO_PAY = 30;

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Ledger ledger;
  private final Encounters encounters;
  private final Patients patients;
  private final Organizations organizations;
  private final FileExchange files;
  private final Home home;
  private final CodeSets codeSets;
  private final AuditTrail audit;
  private final Clock clock;

  Statements(
      JdbcClient jdbc,
      JsonColumns json,
      Ledger ledger,
      Encounters encounters,
      Patients patients,
      Organizations organizations,
      FileExchange files,
      Home home,
      CodeSets codeSets,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.ledger = ledger;
    this.encounters = encounters;
    this.patients = patients;
    this.organizations = organizations;
    this.files = files;
    this.home = home;
    this.codeSets = codeSets;
    this.audit = audit;
    this.clock = clock;
  }

  /// Issues a statement to a patient who owes something; at most one a day.
  public Optional<Statement> issue(PatientId record, LocalDate issuedOn) {
    var patientId = patients.get(record).id();
    var existing =
        jdbc.sql(SELECT + "where patient_id = :patient and issued_on = :issuedOn")
            .param("patient", patientId.value())
            .param("issuedOn", issuedOn)
            .query(this::statement)
            .optional();
    if (existing.isPresent()) return existing;
    Money balance = ledger.patientBalance(patientId.value());
    if (!balance.isPositive()) return Optional.empty();
    Content content = explain(patientId, issuedOn);
    if (!content.total().equals(balance)) {
      throw new IllegalStateException(
          "the explanations of patient " + patientId + " do not add up to the balance");
    }
    String number = "ST%06d".formatted(files.nextNumber("statement"));
    Path file = home.statements().resolve(number + ".pdf");
    var statement =
        new Statement(
            0,
            new UUID(0, 0),
            patientId.value(),
            number,
            issuedOn,
            issuedOn.plusDays(DAYS_TO_PAY),
            balance,
            content,
            home.root().relativize(file).toString());
    write(file, StatementPdf.render(statement, patients.get(patientId), organizations.current()));
    long id = insert(statement);
    audit.record("issued statement", "statement", id, patientId.value(), null);
    return find(id);
  }

  private long insert(Statement statement) {
    return jdbc.sql(
            """
            insert into statement (patient_id, statement_number, issued_on, due_on, balance, content, file_path,
              created_at)
            values (:patient, :number, :issuedOn, :dueOn, :balance, :content::jsonb, :file, :now)
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
        .query(Long.class)
        .single();
  }

  /// The balance of a patient, entry by entry, in words.
  @Transactional(readOnly = true)
  public Content explain(PatientId patientId, LocalDate asOf) {
    Map<Long, List<LedgerLine>> byVisit = new LinkedHashMap<>();
    var payments = new ArrayList<Item>();
    for (LedgerLine line : ledger.ofPatient(patientId.value())) {
      boolean isCash =
          line.kind().equals("PATIENT_PAYMENT") && line.account() == Account.UNAPPLIED_CASH;
      if (isCash) {
        payments.add(
            new Item("You paid", line.reason() + " on " + line.effectiveOn(), line.amount()));
      } else if (line.encounterId() != null) {
        byVisit.computeIfAbsent(line.encounterId(), id -> new ArrayList<>()).add(line);
      }
    }
    var visits = new ArrayList<Visit>();
    byVisit.forEach((encounterId, lines) -> {
      Visit visit = visit(encounterId, lines, asOf);
      if (!visit.items().isEmpty()) visits.add(visit);
    });
    return new Content(visits, payments);
  }

  private Visit visit(long encounterId, List<LedgerLine> lines, LocalDate asOf) {
    var encounter = encounters.get(new EncounterId(encounterId));
    var items = new ArrayList<Item>();
    for (LedgerLine line : lines) {
      if (line.account() == Account.PATIENT_RECEIVABLE) items.add(item(line, asOf));
    }
    boolean hasPlan = lines.stream().anyMatch(l -> l.account() == Account.INSURANCE_RECEIVABLE);
    return new Visit(
        encounter.servedOn(),
        encounter.renderingProvider().name().display(),
        sum(lines, Account.CHARGES).negated(),
        sum(lines, Account.CONTRACTUAL_ADJUSTMENT).plus(sum(lines, Account.WRITE_OFF)),
        hasPlan ? sum(lines, Account.DEPOSIT_IN_TRANSIT) : null,
        items);
  }

  private Item item(LedgerLine line, LocalDate asOf) {
    String memo = line.memo() == null ? "" : line.memo();
    if (memo.equals("self-pay")) {
      return new Item(
          "Charge",
          "You had no insurance on file for this day, so the charge is yours.",
          line.amount());
    }
    String reason = memo.substring(memo.indexOf('-') + 1);
    var entry = codeSets.find(CodeSystem.CARC, reason, asOf);
    String label = entry.map(CodeEntry::title).orElse("Your share");
    String explanation =
        entry
            .map(e -> e.attributes().get("patient"))
            .orElse("Your plan left this part to you (reason " + memo + ").");
    return new Item(label, explanation, line.amount());
  }

  private static Money sum(List<LedgerLine> lines, Account account) {
    return Money.sum(
        lines.stream().filter(l -> l.account() == account).map(LedgerLine::amount).toList());
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

  /// The PDF as issued.
  public byte[] pdf(Statement statement) {
    try {
      return Files.readAllBytes(home.root().resolve(statement.filePath()));
    } catch (IOException e) {
      throw new UncheckedIOException("The statement " + statement.number() + " cannot be read.", e);
    }
  }

  @Transactional(readOnly = true)
  public List<Statement> ofPatient(PatientId patientId) {
    return jdbc.sql(
            SELECT
                + "where patient_id in (select same_person(:patient)) order by issued_on desc,"
                + " statement_id desc")
        .param("patient", patientId.value())
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

  private Optional<Statement> find(long id) {
    return jdbc.sql(SELECT + "where statement_id = :id")
        .param("id", id)
        .query(this::statement)
        .optional();
  }

  private static final String SELECT =
      """
      select statement_id, public_id, patient_id, statement_number, issued_on, due_on, balance, content, file_path
      from statement
      """;

  private Statement statement(ResultSet row, int n) throws SQLException {
    return new Statement(
        row.getLong("statement_id"),
        row.getObject("public_id", UUID.class),
        row.getLong("patient_id"),
        row.getString("statement_number"),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        Money.of(row.getBigDecimal("balance").toPlainString()),
        json.read(row.getString("content"), Content.class),
        row.getString("file_path"));
  }
}
