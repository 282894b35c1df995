package org.cleanclaim.app.authorization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.FileRemarks;
import org.cleanclaim.app.exchange.Interchanges;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.app.transport.Routes;
import org.cleanclaim.x12.Transaction;
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
  private final AuthorizationAnswers answers;
  private final AnswerTakeover takeover;
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
      AuthorizationAnswers answers,
      AnswerTakeover takeover,
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
    this.answers = answers;
    this.takeover = takeover;
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
            select r.authorization_request_id
            from authorization_request r
            where r.question_file_id = :question
              and not exists (select 1 from authorization_answer w
                where w.authorization_request_id = r.authorization_request_id)
            order by r.authorization_request_id
            """)
        .param("question", questionFileId)
        .query(Long.class)
        .list()
        .forEach(request -> answers.keep(request, null, ReviewAnswer.refusedWhole(why), fileId));
  }

  /// The request that an answer is about.
  private record Asked(long request, UUID authorization) {}

  /// Takes over a payer's answer. A payer may answer more than once, and decide anew; what its
  /// newest answer says stands.
  ///
  /// @return false when no question with that number was asked
  public boolean answered(Transaction.AuthorizationReviewed reviewed, long fileId) {
    var review = reviewed.review();
    if (!review.isAnswer()) return false;
    var asked = asked(ReviewAnswer.trace(review));
    if (asked.isEmpty()) return false;
    var one = authorizations.find(asked.get().authorization()).orElseThrow();
    boolean isFirst = !answers.isDecided(one);
    long request = asked.get().request();
    var answer = ReviewAnswer.of(review);
    switch (answers.keep(request, dated(reviewed.header().beginning()), answer, fileId)) {
      case NEWEST -> takeover.follow(one, request, answer, isFirst);
      case OVERTAKEN, REPEATED -> {}
    }
    return true;
  }

  // One after the other, though two files come at once.
  private Optional<Asked> asked(@Nullable String trace) {
    return jdbc.sql(
            """
            select r.authorization_request_id, a.public_id
            from authorization_request r
              join payer_authorization a using (payer_authorization_id)
            where r.trace = :trace
            for update
            """)
        .param("trace", trace)
        .query((row, n) ->
            new Asked(
                row.getLong("authorization_request_id"), row.getObject("public_id", UUID.class)))
        .optional();
  }

  // BHT04 and BHT05.
  private static @Nullable String dated(Transaction.@Nullable Beginning beginning) {
    if (beginning == null || beginning.on() == null) return null;
    return beginning.time() == null
        ? beginning.on().toString()
        : beginning.on() + " " + beginning.time();
  }

  /// Every request for an authorization, and the one whose answer gave it beside another, the
  /// latest first.
  @Transactional(readOnly = true)
  public List<AuthorizationRequest> of(Authorization one) {
    var all = answers.of(one);
    return jdbc.sql(
            """
            select r.authorization_request_id, r.public_id, a.public_id as authorization_id, r.trace, r.asked_by, r.asked_at,
              q.public_id as question_file,
              %s
            from authorization_request r
              join payer_authorization a using (payer_authorization_id)
              left join exchanged_file q on q.exchanged_file_id = r.question_file_id
            where r.payer_authorization_id = :id
              or r.authorization_request_id = (
                select authorization_request_id from payer_authorization where payer_authorization_id = :id)
            order by r.authorization_request_id desc
            """
                .formatted(FileRemarks.COLUMN.formatted("r.question_file_id")))
        .param("id", one.id())
        .query((row, n) -> {
          var said = all.getOrDefault(row.getLong("authorization_request_id"), List.of());
          return row(row, said);
        })
        .list();
  }

  private static AuthorizationRequest row(ResultSet row, List<AuthorizationAnswer> answers)
      throws SQLException {
    var stands = answers.stream().findFirst();
    return new AuthorizationRequest(
        row.getObject("public_id", UUID.class),
        row.getObject("authorization_id", UUID.class),
        row.getString("trace"),
        row.getString("asked_by"),
        row.getTimestamp("asked_at").toInstant(),
        stands.map(AuthorizationAnswer::answeredAt).orElse(null),
        stands.map(AuthorizationAnswer::outcome).orElse(null),
        stands.map(AuthorizationAnswer::inWords).orElse(null),
        row.getObject("question_file", UUID.class),
        row.getString("remarks"),
        stands.map(AuthorizationAnswer::file).orElse(null),
        answers);
  }
}
