package org.cleanclaim.app.encounter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.RegistrationChanged;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.coding.source.DocumentFormat;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Visits and their documents.
@Component
@Transactional
public class Encounters {
  private static final String SELECT =
      """
      select encounter_id, public_id, visit_number, patient_id, provider_name, provider_first_name, provider_npi,
        provider_taxonomy, specialty, setting, place_of_service, served_on, accident, authorization_number,
        referral_number, other_providers
      from encounter
      """;

  private final JdbcClient jdbc;
  private final VisitNumbers numbers;
  private final JsonColumns json;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ReadOnce<EncounterId, Encounter> visits = new ReadOnce<>(this::read);

  Encounters(
      JdbcClient jdbc,
      VisitNumbers numbers,
      JsonColumns json,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.json = json;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Adds a visit, or finds the one with that number. Id and public id of the argument are not
  /// read.
  ///
  /// @param visit without a number it is given the next free one
  public Encounter register(Encounter visit) {
    var provider = visit.renderingProvider();
    if (!(provider.name() instanceof PersonName name)
        || provider.npi() == null
        || provider.taxonomy() == null) {
      throw new IllegalArgumentException(
          "the rendering provider is a person with NPI and taxonomy");
    }
    boolean isNumbered = !visit.visitNumber().isEmpty();
    String number = isNumbered ? visit.visitNumber() : numbers.next();
    boolean isAdded = add(visit, number, name, provider.npi(), provider.taxonomy());
    while (!isAdded && !isNumbered) {
      // A visit from elsewhere came with this number.
      number = numbers.nextAfter(number);
      isAdded = add(visit, number, name, provider.npi(), provider.taxonomy());
    }
    var encounter =
        jdbc.sql(SELECT + "where visit_number = :number")
            .param("number", number)
            .query(this::encounter)
            .single();
    if (isAdded) {
      audit.record("registered", "encounter", encounter.id(), visit.patientId().value(), null);
    }
    return encounter;
  }

  private boolean add(Encounter visit, String number, PersonName name, Npi npi, Taxonomy taxonomy) {
    return jdbc.sql(
                """
                insert into encounter (visit_number, patient_id, provider_name, provider_first_name, provider_npi,
                  provider_taxonomy, specialty, setting, place_of_service, served_on, accident,
                  authorization_number, referral_number, other_providers, created_at)
                values (:number, :patient, :last, :first, :npi, :taxonomy, :specialty, :setting, :place, :servedOn,
                  :accident::jsonb, :authorization, :referral, :others::jsonb, :now)
                on conflict (organization_id, visit_number) do nothing
                """)
            .param("number", number)
            .param("patient", visit.patientId().value())
            .param("last", name.last())
            .param("first", name.first())
            .param("npi", npi.value())
            .param("taxonomy", taxonomy.value())
            .param("specialty", visit.specialty())
            .param("setting", visit.setting())
            .param("place", visit.placeOfService().value())
            .param("servedOn", visit.servedOn())
            .param("accident", visit.accident() == null ? null : json.write(visit.accident()))
            .param("authorization", visit.authorizationNumber())
            .param("referral", visit.referralNumber())
            .param("others", json.write(visit.otherProviders()))
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /// Files a document of the visit in the words of its author; the same text is filed once. Coding
  /// starts from [EncounterDocumented].
  public void document(EncounterId id, String name, String body) {
    document(id, name, body, null);
  }

  /// Files a document of the visit with the file that its text was taken from.
  ///
  /// @param file null when the text is all there is
  /// @return whether it is new
  boolean document(EncounterId id, String name, String body, @Nullable DocumentFile file) {
    Optional<Long> added =
        jdbc.sql(
                """
                insert into document (encounter_id, name, body, sha256, received_at)
                values (:encounter, :name, :body, :sha256, :now)
                on conflict (encounter_id, sha256) do nothing
                returning document_id
                """)
            .param("encounter", id.value())
            .param("name", name)
            .param("body", body)
            .param("sha256", sha256(body))
            .param("now", Timestamp.from(clock.instant()))
            .query(Long.class)
            .optional();
    if (added.isEmpty()) return false;
    if (file != null) keep(added.get(), file);
    audit.record("filed document", "encounter", id, get(id).patientId().value(), null);
    events.publishEvent(new EncounterDocumented(Acting.actor().organizationId(), id.value()));
    return true;
  }

  private void keep(long documentId, DocumentFile file) {
    jdbc.sql(
            """
            insert into document_file (document_id, format, content)
            values (:document, :format, :content)
            """)
        .param("document", documentId)
        .param("format", file.format().name())
        .param("content", file.content())
        .update();
  }

  /// The file that a document's text was taken from; empty when the text is all there is.
  @Transactional(readOnly = true)
  public Optional<DocumentFile> file(EncounterId id, long documentId) {
    return jdbc.sql(
            """
            select f.format, f.content
            from document_file f
            join document d using (document_id)
            where f.document_id = :document and d.encounter_id = :encounter
            """)
        .param("document", documentId)
        .param("encounter", id.value())
        .query((row, n) ->
            new DocumentFile(
                DocumentFormat.valueOf(row.getString("format")), row.getBytes("content")))
        .optional();
  }

  /// Enters the accident behind the visit.
  ///
  /// @param accident null when the visit is about none after all
  public void correctAccident(EncounterId id, @Nullable Accident accident, String reason) {
    jdbc.sql(
            "update encounter set accident = :accident::jsonb, version = version + 1 where"
                + " encounter_id = :id")
        .param("accident", accident == null ? null : json.write(accident))
        .param("id", id.value())
        .update();
    corrected("corrected accident", id, reason);
  }

  /// Enters the numbers under which the first payer allowed the visit.
  ///
  /// @param authorization null when there is none
  /// @param referral null when there is none
  public void correctNumbers(
      EncounterId id, @Nullable String authorization, @Nullable String referral, String reason) {
    jdbc.sql(
            """
            update encounter
            set authorization_number = :authorization, referral_number = :referral, version = version + 1
            where encounter_id = :id
            """)
        .param("authorization", authorization)
        .param("referral", referral)
        .param("id", id.value())
        .update();
    corrected("corrected authorization and referral", id, reason);
  }

  /// Enters who referred, ordered, supervised or operated, in place of whoever was named before.
  public void correctProviders(EncounterId id, List<Provider> others, String reason) {
    jdbc.sql(
            "update encounter set other_providers = :others::jsonb, version = version + 1 where"
                + " encounter_id = :id")
        .param("others", json.write(others))
        .param("id", id.value())
        .update();
    corrected("corrected providers", id, reason);
  }

  private void corrected(String action, EncounterId id, String reason) {
    long patient = get(id).patientId().value();
    audit.record(action, "encounter", id, patient, reason);
    events.publishEvent(new RegistrationChanged(Acting.actor().organizationId(), patient));
  }

  @Transactional(readOnly = true)
  public Encounter get(EncounterId id) {
    return visits.get(id);
  }

  /// Reads visits that will be asked for.
  @Transactional(readOnly = true)
  public void ahead(Collection<EncounterId> ids) {
    visits.ahead(ids);
  }

  private Map<EncounterId, Encounter> read(Set<EncounterId> ids) {
    return jdbc
        .sql(SELECT + "where encounter_id = any (:ids)")
        .param("ids", ids.stream().map(EncounterId::value).toArray(Long[]::new))
        .query(this::encounter)
        .stream()
        .collect(Collectors.toMap(Encounter::id, visit -> visit));
  }

  @Transactional(readOnly = true)
  public Optional<Encounter> find(UUID publicId) {
    return jdbc.sql(SELECT + "where public_id = :id")
        .param("id", publicId)
        .query(this::encounter)
        .optional();
  }

  /// The visit with the practice's own number.
  @Transactional(readOnly = true)
  public Optional<Encounter> numbered(String visitNumber) {
    return jdbc.sql(SELECT + "where visit_number = :number")
        .param("number", visitNumber)
        .query(this::encounter)
        .optional();
  }

  @Transactional(readOnly = true)
  public List<Encounter> ofPatient(PatientId patient) {
    return jdbc.sql(
            SELECT
                + "where patient_id = any (array(select same_person(:patient))) order by served_on"
                + " desc, encounter_id desc")
        .param("patient", patient.value())
        .query(this::encounter)
        .list();
  }

  /// Visits of a span of days, both included, by day.
  @Transactional(readOnly = true)
  public List<Encounter> between(LocalDate first, LocalDate last) {
    return jdbc.sql(
            SELECT + "where served_on between :first and :last order by served_on, encounter_id")
        .param("first", first)
        .param("last", last)
        .query(this::encounter)
        .list();
  }

  @Transactional(readOnly = true)
  public List<Document> documents(EncounterId id) {
    return jdbc.sql(
            """
            select d.document_id, d.name, d.body, d.sha256, d.received_at, f.format
            from document d
            left join document_file f using (document_id)
            where d.encounter_id = :id
            order by d.document_id
            """)
        .param("id", id.value())
        .query((row, n) ->
            new Document(
                row.getLong("document_id"),
                id,
                row.getString("name"),
                row.getString("body"),
                row.getString("sha256"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("format") == null
                    ? null
                    : DocumentFormat.valueOf(row.getString("format"))))
        .list();
  }

  private Encounter encounter(ResultSet row, int n) throws SQLException {
    String accident = row.getString("accident");
    return new Encounter(
        new EncounterId(row.getLong("encounter_id")),
        row.getObject("public_id", UUID.class),
        row.getString("visit_number"),
        new PatientId(row.getLong("patient_id")),
        new Provider(
            ProviderRole.RENDERING,
            new PersonName(
                row.getString("provider_name"), row.getString("provider_first_name"), null, null),
            new Npi(row.getString("provider_npi")),
            new Taxonomy(row.getString("provider_taxonomy")),
            null,
            null,
            null,
            List.of()),
        row.getString("specialty"),
        row.getString("setting"),
        new PlaceOfService(row.getString("place_of_service")),
        row.getObject("served_on", LocalDate.class),
        accident == null ? null : json.read(accident, Accident.class),
        row.getString("authorization_number"),
        row.getString("referral_number"),
        json.readList(row.getString("other_providers"), Provider.class));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
