package org.cleanclaim.app.coverage;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Interchanges;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.app.transport.Routes;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry.Person;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.x12.X12Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks payers whether their members are covered (270) and knows what they answered.
@Component
@Transactional
public class EligibilityDesk {

  /// A policy to ask about, as of a day of service.
  ///
  /// @param why in words; null when nobody said
  public record Question(long coverageId, LocalDate asOf, @Nullable String why) {
    public Question(long coverageId, LocalDate asOf) {
      this(coverageId, asOf, null);
    }
  }

  /// So far from the day of service a day that was asked about may lie.
  static final int NEAR_DAYS = 31;

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Coverages coverages;
  private final Patients patients;
  private final Organizations organizations;
  private final FileExchange files;
  private final Interchanges interchanges;
  private final Routes routes;
  private final Deliveries deliveries;
  private final AuditTrail audit;
  private final Clock clock;
  private final ReadOnce<PolicyDay, EligibilityAnswer> answersOfDays = new ReadOnce<>(this::read);

  EligibilityDesk(
      JdbcClient jdbc,
      JsonColumns json,
      Coverages coverages,
      Patients patients,
      Organizations organizations,
      FileExchange files,
      Interchanges interchanges,
      Routes routes,
      Deliveries deliveries,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.coverages = coverages;
    this.patients = patients;
    this.organizations = organizations;
    this.files = files;
    this.interchanges = interchanges;
    this.routes = routes;
    this.deliveries = deliveries;
    this.audit = audit;
    this.clock = clock;
  }

  /// Writes one 270 file with all questions for one payer into the outbox.
  ///
  /// @return the file, or empty when every question has been asked before
  public Optional<ExchangedFile> ask(Payer payer, List<Question> questions) {
    var news = questions.stream().filter(question -> !asked(question)).toList();
    return news.isEmpty() ? Optional.empty() : Optional.of(send(payer, news));
  }

  /// Asks again, whether or not the same was asked before: what is on file may have changed.
  public ExchangedFile askAgain(Payer payer, List<Question> questions) {
    AccessDeniedForActor.unless(Permission.CHECK_ELIGIBILITY);
    return send(payer, questions);
  }

  private ExchangedFile send(Payer payer, List<Question> questions) {
    var inquiries = new ArrayList<EligibilityInquiry>();
    for (Question question : questions) {
      var coverage = coverages.get(question.coverageId(), question.asOf());
      String trace = "EL%06d".formatted(files.nextNumber("eligibility"));
      inquiries.add(inquiry(payer, coverage, question.asOf(), trace));
      jdbc.sql(
              """
              insert into eligibility_check (coverage_id, trace, as_of, asked_at, status, why, coverage_version)
              select :coverage, :trace, :asOf, :now, 'ASKED', :why, version from coverage where coverage_id = :coverage
              """)
          .param("coverage", coverage.id())
          .param("trace", trace)
          .param("asOf", question.asOf())
          .param("why", question.why())
          .param("now", Timestamp.from(clock.instant()))
          .update();
      audit.record(
          "asked eligibility",
          "coverage",
          coverage.id(),
          coverage.patientId().value(),
          question.why());
    }
    var envelope = routes.envelope(payer, "270");
    byte[] bytes =
        X12Writer.eligibilityInquiries(envelope, interchanges.groupNumber(envelope), inquiries);
    var file = deliveries.send(payer, "270", envelope, bytes);
    jdbc.sql("update eligibility_check set question_file_id = :file where trace = any (:traces)")
        .param("file", file.id())
        .param("traces", inquiries.stream().map(EligibilityInquiry::trace).toArray(String[]::new))
        .update();
    return file;
  }

  /// The last answer about a policy.
  @Transactional(readOnly = true)
  public Optional<EligibilityAnswer> latestAnswer(long coverageId) {
    return jdbc.sql(
            """
            select answer
            from eligibility_check
            where coverage_id = :coverage and answer is not null
            order by eligibility_check_id desc
            limit 1
            """)
        .param("coverage", coverageId)
        .query((row, n) -> json.read(row.getString("answer"), EligibilityAnswer.class))
        .optional();
  }

  /// A policy on a day of service.
  public record PolicyDay(long coverageId, LocalDate day) {}

  /// The last answer that says something of a policy on a day of service: of the days asked for the
  /// nearest, a month away at most.
  @Transactional(readOnly = true)
  public Optional<EligibilityAnswer> answerFor(PolicyDay asked) {
    return answersOfDays.find(asked);
  }

  /// Reads the answers about policies on days that will be asked for.
  @Transactional(readOnly = true)
  public void ahead(Collection<PolicyDay> asked) {
    answersOfDays.ahead(asked);
  }

  private Map<PolicyDay, EligibilityAnswer> read(Set<PolicyDay> asked) {
    var days = List.copyOf(asked);
    var found = new HashMap<PolicyDay, EligibilityAnswer>();
    jdbc.sql(
            """
            select distinct on (k.coverage_id, d.day) k.coverage_id, d.day, k.answer
            from unnest(:policies::bigint[], :days::date[]) as d (policy, day)
            join eligibility_check k on k.coverage_id = d.policy
            where k.answer is not null and abs(k.as_of - d.day) <= :near
            order by k.coverage_id, d.day, abs(k.as_of - d.day), k.eligibility_check_id desc
            """)
        .param("policies", days.stream().map(PolicyDay::coverageId).toArray(Long[]::new))
        .param("days", days.stream().map(d -> d.day().toString()).toArray(String[]::new))
        .param("near", NEAR_DAYS)
        .query(row -> {
          found.put(
              new PolicyDay(row.getLong("coverage_id"), row.getObject("day", LocalDate.class)),
              json.read(row.getString("answer"), EligibilityAnswer.class));
        });
    return found;
  }

  private boolean asked(Question question) {
    return jdbc.sql(
            "select exists (select from eligibility_check where coverage_id = :coverage and as_of ="
                + " :asOf)")
        .param("coverage", question.coverageId())
        .param("asOf", question.asOf())
        .query(Boolean.class)
        .single();
  }

  private EligibilityInquiry inquiry(Payer payer, Coverage coverage, LocalDate asOf, String trace) {
    var practice = organizations.current();
    Patient patient = patients.get(coverage.patientId());
    var self = new Person(patient.name(), patient.bornOn(), patient.sex());
    boolean isSelf = coverage.relationship() == Relationship.SELF;
    var subscriber =
        isSelf || coverage.subscriberName() == null
            ? self
            : new Person(
                coverage.subscriberName(),
                coverage.subscriberBornOn(),
                coverage.subscriberSex() == null ? Sex.UNKNOWN : coverage.subscriberSex());
    return new EligibilityInquiry(
        trace,
        new ClaimPayer(payer.name(), routes.payerNumber(payer, "270"), null),
        new Provider(
            ProviderRole.BILLING,
            new OrganizationName(practice.name()),
            practice.npi(),
            null,
            null,
            null,
            null,
            List.of()),
        subscriber,
        coverage.memberId(),
        isSelf ? null : self,
        coverage.relationship(),
        asOf,
        List.of("30"));
  }
}
