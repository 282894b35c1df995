package org.cleanclaim.app.authorization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.authorization.AuthorizationRequest.Outcome;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Interchanges;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.app.transport.Routes;
import org.cleanclaim.kernel.authorization.AuthorizationReview;
import org.cleanclaim.x12.X12Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks payers for authorizations (278) and takes over what they answer: number, units, days.
@Component
@Transactional
public class AuthorizationRequests {
  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Authorizations authorizations;
  private final Coverages coverages;
  private final Patients patients;
  private final Payers payers;
  private final Organizations organizations;
  private final FileExchange files;
  private final Interchanges interchanges;
  private final Routes routes;
  private final Deliveries deliveries;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  AuthorizationRequests(
      JdbcClient jdbc,
      JsonColumns json,
      Authorizations authorizations,
      Coverages coverages,
      Patients patients,
      Payers payers,
      Organizations organizations,
      FileExchange files,
      Interchanges interchanges,
      Routes routes,
      Deliveries deliveries,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.authorizations = authorizations;
    this.coverages = coverages;
    this.patients = patients;
    this.payers = payers;
    this.organizations = organizations;
    this.files = files;
    this.interchanges = interchanges;
    this.routes = routes;
    this.deliveries = deliveries;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /// Asks a payer, with the patient's policy of the first day. The authorization stands as
  /// requested until the payer has answered, and its clock runs.
  ///
  /// @throws AuthorizationRefusal when the patient has no policy of the payer on that day
  public Authorization ask(PatientId patient, long payerId, AuthorizationNeed need) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    var payer = payers.get(payerId);
    var coverage =
        coverages.ofPatient(patient, need.from()).stream()
            .filter(c -> c.payerId() == payerId && c.period().contains(need.from()))
            .findFirst()
            .orElseThrow(() ->
                new AuthorizationRefusal(
                    "The patient has no coverage of %s on %s. Enter it first, or choose the payer that covers that day."
                        .formatted(payer.name(), need.from())));
    var entry =
        new AuthorizationEntry(
            need.kind(),
            AuthorizationStatus.REQUESTED,
            null,
            AuthorizationSource.X12_278,
            need.services().stream()
                .flatMap(s -> ServiceRange.of(s.procedure().value()).stream())
                .toList(),
            null,
            need.from(),
            need.through(),
            null,
            need.note());
    var one = authorizations.add(patient, payerId, entry);
    send(one, coverage, need);
    return authorizations.find(one.publicId()).orElseThrow();
  }

  /// Asks again for one that is requested: after a correction, or when no answer came.
  public Authorization askAgain(UUID id) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    var one = authorizations.find(id).orElseThrow();
    String asked =
        jdbc.sql(
                """
                select asked from authorization_request
                where payer_authorization_id = :id
                order by authorization_request_id desc
                limit 1
                """)
            .param("id", one.id())
            .query(String.class)
            .optional()
            .orElseThrow(() ->
                new AuthorizationRefusal(
                    "It was not asked for by 278; nothing can be sent again."));
    if (one.entry().status() != AuthorizationStatus.REQUESTED) {
      throw new AuthorizationRefusal(
          "The payer has answered it: %s. Ask for a new one."
              .formatted(one.entry().status().title()));
    }
    var need = json.read(asked, AuthorizationNeed.class);
    var coverage =
        coverages.ofPatient(one.patientId(), need.from()).stream()
            .filter(c -> c.payerId() == one.payerId() && c.period().contains(need.from()))
            .findFirst()
            .orElseThrow(() ->
                new AuthorizationRefusal("The patient has no coverage of the payer on that day."));
    send(one, coverage, need);
    return one;
  }

  private void send(Authorization one, Coverage coverage, AuthorizationNeed need) {
    var payer = payers.get(one.payerId());
    Patient patient = patients.get(one.patientId());
    String trace = "AU%06d".formatted(files.nextNumber("authorization"));
    var review =
        ReviewRequest.of(
            trace,
            organizations.current(),
            payer.name(),
            routes.payerNumber(payer, "278"),
            patient,
            coverage,
            need);
    var envelope = routes.envelope(payer, "278");
    byte[] bytes =
        X12Writer.authorizationReviews(
            envelope, interchanges.groupNumber(envelope), List.of(review));
    var file = deliveries.send(payer, "278", envelope, bytes);
    jdbc.sql(
            """
            insert into authorization_request (payer_authorization_id, trace, asked, asked_by, asked_at, question_file_id)
            values (:id, :trace, :asked::jsonb, :actor, :now, :file)
            """)
        .param("id", one.id())
        .param("trace", trace)
        .param("asked", json.write(need))
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("file", file.id())
        .update();
    audit.record(
        "asked the payer", "authorization", one.publicId(), one.patientId().value(), trace);
    events.publishEvent(new AuthorizationsChanged(one.patientId(), one.payerId()));
  }

  /// Whether the payer was asked last to decide soon.
  @Transactional(readOnly = true)
  boolean isUrgent(Authorization one) {
    return jdbc.sql(
            """
            select coalesce(
              (select asked ->> 'urgency' in ('EMERGENCY', 'URGENT')
               from authorization_request
               where payer_authorization_id = :id
               order by authorization_request_id desc
               limit 1), false)
            """)
        .param("id", one.id())
        .query(Boolean.class)
        .single();
  }

  /// The payer's system has refused a whole file of questions: the authorization stays requested
  /// and can be asked for again.
  ///
  /// @param fileId the file that refuses
  public void refused(long questionFileId, String why, long fileId) {
    jdbc.sql(
            """
            update authorization_request
            set answered_at = :now, outcome = :outcome, in_words = :words, answer_file_id = :file
            where question_file_id = :question and outcome is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("outcome", Outcome.REFUSED.name())
        .param("words", Outcome.REFUSED.title() + ". " + why + ".")
        .param("file", fileId)
        .param("question", questionFileId)
        .update();
  }

  /// Takes over a payer's answer. A payer that has not decided may answer once more.
  ///
  /// @return false when no question with that number was asked, or it has been decided
  public boolean answered(AuthorizationReview review, long fileId) {
    if (!review.isAnswer()) return false;
    var open =
        jdbc.sql(
                """
                select a.public_id
                from authorization_request r
                  join payer_authorization a using (payer_authorization_id)
                where r.trace = :trace and (r.outcome is null or r.outcome = 'PENDED')
                  and r.answer_file_id is distinct from :file
                """)
            .param("trace", ReviewAnswer.trace(review))
            .param("file", fileId)
            .query(UUID.class)
            .optional();
    if (open.isEmpty()) return false;
    var answer = ReviewAnswer.of(review);
    String words = answer.outcome().title() + ". " + String.join(" ", answer.sentences());
    jdbc.sql(
            """
            update authorization_request
            set answered_at = :now, outcome = :outcome, in_words = :words, answer_file_id = :file
            where trace = :trace
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("outcome", answer.outcome().name())
        .param("words", words)
        .param("file", fileId)
        .param("trace", ReviewAnswer.trace(review))
        .update();
    var one = authorizations.find(open.get()).orElseThrow();
    if (one.entry().status() == AuthorizationStatus.REQUESTED) takeOver(one, answer, words);
    return true;
  }

  /// What was asked for stands as the first thing that was certified; what has another number, or
  /// units or days of its own, stands beside it.
  private void takeOver(Authorization one, ReviewAnswer answer, String words) {
    if (answer.certified().isEmpty()) {
      authorizations.takeOver(one, one.entry().with(status(answer.outcome())), words);
      return;
    }
    var entries =
        answer.certified().stream()
            .map(given -> taken(one.entry(), status(answer.outcome()), given))
            .filter(entry -> authorizations.sameLeave(one, entry).isEmpty())
            .toList();
    if (entries.isEmpty()) {
      authorizations.takeOver(
          one,
          one.entry().with(AuthorizationStatus.CANCELLED),
          words + " The number is on file already.");
      return;
    }
    authorizations.takeOver(one, entries.getFirst(), words);
    for (var entry : entries.subList(1, entries.size())) {
      authorizations.addGiven(one, entry, words);
    }
  }

  private static AuthorizationStatus status(Outcome outcome) {
    return switch (outcome) {
      case CERTIFIED -> AuthorizationStatus.APPROVED;
      case MODIFIED -> AuthorizationStatus.PARTIAL;
      case DENIED -> AuthorizationStatus.DENIED;
      case NOT_NEEDED -> AuthorizationStatus.CANCELLED;
      case PENDED, CALL, REFUSED -> AuthorizationStatus.REQUESTED;
    };
  }

  private static AuthorizationEntry taken(
      AuthorizationEntry asked, AuthorizationStatus status, Certification given) {
    LocalDate from = Objects.requireNonNullElse(given.from(), asked.validFrom());
    LocalDate through = given.through() == null ? asked.validThrough() : given.through();
    boolean isOverBefore = through != null && through.isBefore(from);
    return new AuthorizationEntry(
        asked.kind(),
        status,
        given.number(),
        asked.source(),
        given.services().isEmpty() ? asked.services() : given.services(),
        given.units(),
        from,
        isOverBefore ? null : through,
        asked.contact(),
        asked.note());
  }

  /// Every request for an authorization, the latest first.
  @Transactional(readOnly = true)
  public List<AuthorizationRequest> of(Authorization one) {
    return jdbc.sql(
            """
            select r.public_id, a.public_id as authorization_id, r.trace, r.asked_by, r.asked_at, r.answered_at, r.outcome,
              r.in_words, q.public_id as question_file, w.public_id as answer_file
            from authorization_request r
              join payer_authorization a using (payer_authorization_id)
              left join exchanged_file q on q.exchanged_file_id = r.question_file_id
              left join exchanged_file w on w.exchanged_file_id = r.answer_file_id
            where r.payer_authorization_id = :id
            order by r.authorization_request_id desc
            """)
        .param("id", one.id())
        .query(AuthorizationRequests::row)
        .list();
  }

  private static AuthorizationRequest row(ResultSet row, int n) throws SQLException {
    String outcome = row.getString("outcome");
    return new AuthorizationRequest(
        row.getObject("public_id", UUID.class),
        row.getObject("authorization_id", UUID.class),
        row.getString("trace"),
        row.getString("asked_by"),
        row.getTimestamp("asked_at").toInstant(),
        instant(row.getTimestamp("answered_at")),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getString("in_words"),
        row.getObject("question_file", UUID.class),
        row.getObject("answer_file", UUID.class));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
