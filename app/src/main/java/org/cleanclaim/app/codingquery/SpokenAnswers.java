package org.cleanclaim.app.codingquery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingquery.AnswerFiling.Given;
import org.cleanclaim.app.codingquery.SpokenAnswer.Way;
import org.cleanclaim.app.encounter.Encounters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Answers that a provider gave otherwise than in the program: the coder writes down who said what
/// when, and by which way, and the provider signs it. A spoken order that somebody else writes down
/// is authenticated by whoever gave it (42 CFR 482.24(c)(1)), and so is a spoken answer where the
/// organization asks for that.
@Component
@Transactional
public class SpokenAnswers {
  private final JdbcClient jdbc;
  private final QueryDesk desk;
  private final QueryAnswers answers;
  private final AnswerFiling filing;
  private final CodingQueries queries;
  private final Encounters encounters;
  private final Organizations organizations;
  private final AuditTrail audit;
  private final Clock clock;

  SpokenAnswers(
      JdbcClient jdbc,
      QueryDesk desk,
      QueryAnswers answers,
      AnswerFiling filing,
      CodingQueries queries,
      Encounters encounters,
      Organizations organizations,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.desk = desk;
    this.answers = answers;
    this.filing = filing;
    this.queries = queries;
    this.encounters = encounters;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /// Writes down an answer.
  ///
  /// @param by who answered, by name
  /// @param at when it was said
  /// @param choice number of the option, counted from 1; null for an open question
  /// @param words as they were said
  public CodingQuery record(
      UUID id, Way way, String by, Instant at, @Nullable Integer choice, String words) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    if (by.isBlank()) throw new QueryRefusal("Write the name of the person who answered.");
    if (words.isBlank()) throw new QueryRefusal("Write down the words that were said.");
    filing.lock(queries.find(id).orElseThrow());
    CodingQuery query = desk.own(queries.find(id).orElseThrow());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant sent = query.sentAt();
    if (sent == null || at.isBefore(sent.truncatedTo(ChronoUnit.MINUTES)) || at.isAfter(now)) {
      throw new QueryRefusal(
          "The time of the answer has to lie between the sending of the query and now.");
    }
    Instant said = at.isBefore(sent) ? sent : at;
    var zone = ZoneId.of(organizations.current().timeZone());
    String recorder = Acting.actor().name();
    filing.keep(
        query, new Given(said, by.strip(), choice, words.strip(), way, recorder, now), zone);
    audit.record("wrote down answer", "query", query.publicId(), patientId(query), way.title());
    return queries.find(id).orElseThrow();
  }

  /// The provider puts their name under an answer that a coder wrote down.
  public CodingQuery sign(UUID id) {
    CodingQuery query = answers.mine(id);
    filing.lock(query);
    query = answers.mine(id);
    var answer = query.answer();
    if (answer == null || answer.spoken() == null) {
      throw new QueryRefusal("Nobody has written down an answer of yours to this query.");
    }
    if (answer.spoken().isSigned()) throw new QueryRefusal("The answer is signed already.");
    jdbc.sql(
            """
            update coding_query
            set answer_signed_by = :actor, answer_signed_at = :now
            where coding_query_id = :id
            """)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", query.id())
        .update();
    audit.record("signed answer", "query", query.publicId(), patientId(query), null);
    return queries.find(id).orElseThrow();
  }

  private long patientId(CodingQuery query) {
    return encounters.get(query.encounterId()).patientId().value();
  }
}
