package org.cleanclaim.app.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The practice's patients.
@Component
@Transactional
public class Patients {
  private static final String SELECT =
      """
      select patient_id, public_id, account_number, last_name, first_name, middle_name, suffix, born_on, sex,
        address_line, address_line2, city, state, postal_code, phone, guarantor_name, email, ssn_last4,
        primary_care_npi, version
      from patient
      """;

  // A record that was merged into another one stands for that one.
  private static final String PERSON =
      "where patient_id = (select coalesce(merged_into, patient_id) from patient where %s)";
  private static final int MOST_COMPARED = 500;
  private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/uuuu");

  /// Somebody on file who may be the same person.
  public record Candidate(Patient patient, Likeness likeness) {}

  /// How a patient was on file until somebody changed it.
  public record Before(
      int version, Registration facts, Instant replacedAt, String replacedBy, String reason) {}

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ReadOnce<PatientId, Patient> people = new ReadOnce<>(this::read);

  Patients(
      JdbcClient jdbc,
      JsonColumns json,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Registers a patient, or finds the one with that account number.
  ///
  /// @param registration without an account number it is given the next free one
  public Patient register(Registration registration) {
    boolean isNumbered = !registration.accountNumber().isEmpty();
    String account = isNumbered ? registration.accountNumber() : nextAccount();
    boolean isAdded = add(account, registration);
    while (!isAdded && !isNumbered) {
      // Somebody else has been given this number meanwhile.
      account = nextAccount();
      isAdded = add(account, registration);
    }
    var patient =
        jdbc.sql(SELECT + PERSON.formatted("account_number = :account"))
            .param("account", account)
            .query(Patients::patient)
            .single();
    if (isAdded) {
      audit.record("registered", "patient", patient.id(), patient.id().value(), null);
    }
    return patient;
  }

  private boolean add(String account, Registration registration) {
    return with(
                jdbc.sql(
                    """
                    insert into patient (account_number, last_name, first_name, middle_name, suffix, born_on, sex,
                      address_line, address_line2, city, state, postal_code, phone, guarantor_name, email, ssn_last4,
                      primary_care_npi, created_at)
                    values (:account, :last, :first, :middle, :suffix, :bornOn, :sex, :line1, :line2, :city, :state,
                      :postalCode, :phone, :guarantor, :email, :ssn, :npi, :now)
                    on conflict (organization_id, account_number) do nothing
                    """),
                registration)
            .param("account", account)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  private String nextAccount() {
    long number =
        jdbc.sql(
                """
                select coalesce(max(substring(account_number from 2)::bigint), 0) + 1
                from patient
                where account_number ~ '^P[0-9]{6,12}$'
                """)
            .query(Long.class)
            .single();
    return "P%06d".formatted(number);
  }

  /// Changes what is on file about a patient as it stood when somebody last saw it. How it was
  /// stays readable; claims that were billed keep what they were billed with.
  ///
  /// @param version that was seen
  /// @throws PatientRefusal when somebody else changed it meanwhile
  public Patient change(PatientId id, int version, Registration registration, String reason) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var before = get(id);
    int changed =
        with(
                jdbc.sql(
                    """
                    update patient
                    set last_name = :last, first_name = :first, middle_name = :middle, suffix = :suffix,
                      born_on = :bornOn, sex = :sex, address_line = :line1, address_line2 = :line2, city = :city,
                      state = :state, postal_code = :postalCode, phone = :phone,
                      guarantor_name = coalesce(:guarantor, guarantor_name), email = :email, ssn_last4 = :ssn,
                      primary_care_npi = :npi, version = version + 1
                    where patient_id = :id and version = :version
                    """),
                registration)
            .param("id", before.id().value())
            .param("version", version)
            .update();
    if (changed == 0) {
      throw new PatientRefusal(
          "Somebody changed this patient meanwhile. Open the patient again and repeat the change.");
    }
    jdbc.sql(
            """
            insert into patient_before (patient_id, version, facts, replaced_at, replaced_by, reason)
            values (:id, :version, :facts::jsonb, :now, :actor, :reason)
            """)
        .param("id", before.id().value())
        .param("version", version)
        .param("facts", json.write(Registration.of(before)))
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("reason", reason)
        .update();
    audit.record("changed", "patient", before.id(), before.id().value(), reason);
    events.publishEvent(
        new RegistrationChanged(Acting.actor().organizationId(), before.id().value()));
    return get(id);
  }

  /// How a patient was on file before, the latest first.
  @Transactional(readOnly = true)
  public List<Before> before(PatientId id) {
    return jdbc.sql(
            """
            select version, facts, replaced_at, replaced_by, reason
            from patient_before
            where patient_id = any (array(select same_person(:id)))
            order by replaced_at desc, patient_before_id desc
            """)
        .param("id", id.value())
        .query((row, n) ->
            new Before(
                row.getInt("version"),
                json.read(row.getString("facts"), Registration.class),
                row.getTimestamp("replaced_at").toInstant(),
                row.getString("replaced_by"),
                row.getString("reason")))
        .list();
  }

  /// People on file who may be the one of a registration, the most like first. Compared are those
  /// who share the birth date (also with day and month swapped), the last four digits of the social
  /// security number, the phone number, the street with its ZIP code, or the first name with the
  /// last name's first letter or swapped with it.
  ///
  /// @param besides not compared: the patient the registration is of; null for a new one
  @Transactional(readOnly = true)
  public List<Candidate> alike(Registration registration, @Nullable PatientId besides) {
    return with(
            jdbc.sql(
                SELECT
                    + """
                    where merged_into is null and patient_id is distinct from cast(:besides as bigint)
                      and (born_on in (:bornOn, :swapped) or ssn_last4 = :ssn or phone = :phone
                        or lower(address_line) = lower(:line1) and left(postal_code, 5) = left(:postalCode, 5)
                        or lower(first_name) = lower(:first) and left(lower(last_name), 1) = left(lower(:last), 1)
                        or lower(first_name) = lower(:last) and lower(last_name) = lower(:first))
                    order by patient_id
                    limit :most
                    """),
            registration)
        .param("besides", besides == null ? null : besides.value())
        .param("swapped", swapped(registration.bornOn()))
        .param("most", MOST_COMPARED)
        .query(Patients::patient)
        .list()
        .stream()
        .map(found -> new Candidate(found, Likeness.of(registration, Registration.of(found))))
        .filter(candidate -> candidate.likeness().isPossible())
        .sorted(Comparator.comparingInt((Candidate c) -> -c.likeness().points()))
        .toList();
  }

  private static LocalDate swapped(LocalDate day) {
    return day.getDayOfMonth() > 12
        ? day
        : LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
  }

  private static StatementSpec with(StatementSpec statement, Registration registration) {
    return statement
        .param("last", registration.name().last())
        .param("first", registration.name().first())
        .param("middle", registration.name().middle())
        .param("suffix", registration.name().suffix())
        .param("bornOn", registration.bornOn())
        .param("sex", registration.sex().name())
        .param("line1", registration.address().line1())
        .param("line2", registration.address().line2())
        .param("city", registration.address().city())
        .param("state", registration.address().state())
        .param("postalCode", registration.address().postalCode())
        .param("phone", registration.phone())
        .param("guarantor", registration.guarantorName())
        .param("email", registration.email())
        .param("ssn", registration.ssnLast4())
        .param(
            "npi", registration.primaryCare() == null ? null : registration.primaryCare().value());
  }

  @Transactional(readOnly = true)
  public Patient get(PatientId id) {
    return people.get(id);
  }

  /// Reads patients that will be asked for.
  @Transactional(readOnly = true)
  public void ahead(Collection<PatientId> patients) {
    people.ahead(patients);
  }

  private Map<PatientId, Patient> read(Set<PatientId> records) {
    var found = new HashMap<PatientId, Patient>();
    jdbc.sql(
            """
            select asked.patient_id as record, person.*
            from patient asked
            cross join lateral (%s where patient_id = coalesce(asked.merged_into, asked.patient_id)) person
            where asked.patient_id = any (:records)
            """
                .formatted(SELECT))
        .param("records", records.stream().map(PatientId::value).toArray(Long[]::new))
        .query((row, n) -> found.put(new PatientId(row.getLong("record")), patient(row, n)))
        .list();
    return found;
  }

  @Transactional(readOnly = true)
  public Optional<Patient> find(UUID publicId) {
    return jdbc.sql(SELECT + PERSON.formatted("public_id = :id"))
        .param("id", publicId)
        .query(Patients::patient)
        .optional();
  }

  /// The patient with an account number, also one whose record was merged.
  @Transactional(readOnly = true)
  public Optional<Patient> numbered(String accountNumber) {
    return jdbc.sql(SELECT + PERSON.formatted("account_number = :account"))
        .param("account", accountNumber)
        .query(Patients::patient)
        .optional();
  }

  /// A page of the patients whose name begins with the text, whose first and last name begin with
  /// its two words in either order, or whose account number or birth date it is, by name.
  @Transactional(readOnly = true)
  public ListPage<Patient> search(String text, int page) {
    String[] words = text.strip().split("[\\s,]+");
    return ListPage.of(
        jdbc.sql(
                SELECT
                    + """
                    where merged_into is null and (lower(last_name) like :start or lower(first_name) like :start
                        or lower(last_name || ', ' || first_name) like :start or born_on = cast(:bornOn as date)
                        or lower(last_name) like :first and lower(first_name) like :second
                        or lower(first_name) like :first and lower(last_name) like :second)
                      or patient_id in (
                        select coalesce(merged_into, patient_id) from patient where account_number = :text)
                    order by last_name, first_name, patient_id
                    """
                    + ListPage.PART)
            .param("start", beginning(text.strip()))
            .param("first", words.length == 2 ? beginning(words[0]) : null)
            .param("second", words.length == 2 ? beginning(words[1]) : null)
            .param("bornOn", typedDay(text.strip()).orElse(null))
            .param("text", text.strip()),
        Patients::patient,
        page);
  }

  private static String beginning(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[%_\\\\]", "\\\\$0") + "%";
  }

  // A birth date as people type it: 1984-10-30 or 10/30/1984.
  private static Optional<LocalDate> typedDay(String text) {
    return typedDay(text, DateTimeFormatter.ISO_LOCAL_DATE).or(() -> typedDay(text, AMERICAN));
  }

  private static Optional<LocalDate> typedDay(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDate.parse(text, form));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Patient patient(ResultSet row, int n) throws SQLException {
    return new Patient(
        new PatientId(row.getLong("patient_id")),
        row.getObject("public_id", UUID.class),
        row.getString("account_number"),
        new PersonName(
            row.getString("last_name"),
            row.getString("first_name"),
            row.getString("middle_name"),
            row.getString("suffix")),
        row.getObject("born_on", LocalDate.class),
        Sex.valueOf(row.getString("sex")),
        new Address(
            row.getString("address_line"),
            row.getString("address_line2"),
            row.getString("city"),
            row.getString("state"),
            row.getString("postal_code")),
        row.getString("phone"),
        row.getString("guarantor_name"),
        row.getString("email"),
        row.getString("ssn_last4"),
        npi(row.getString("primary_care_npi")),
        row.getInt("version"));
  }

  private static @Nullable Npi npi(@Nullable String text) {
    return text == null ? null : new Npi(text);
  }
}
