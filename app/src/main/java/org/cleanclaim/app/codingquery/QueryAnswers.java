package org.cleanclaim.app.codingquery;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingquery.AnswerFiling.Given;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The provider's side of queries: the own ones are shown and answered, nobody else's. An answer
/// becomes a late entry among the documents of the visit.
@Component
@Transactional
public class QueryAnswers {
  private final CodingQueries queries;
  private final QuerySettings settings;
  private final AnswerFiling filing;
  private final Encounters encounters;
  private final Organizations organizations;
  private final AuditTrail audit;
  private final Clock clock;

  QueryAnswers(
      CodingQueries queries,
      QuerySettings settings,
      AnswerFiling filing,
      Encounters encounters,
      Organizations organizations,
      AuditTrail audit,
      Clock clock) {
    this.queries = queries;
    this.settings = settings;
    this.filing = filing;
    this.encounters = encounters;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /// A page of what the actor has been asked, unanswered first.
  @Transactional(readOnly = true)
  public ListPage<CodingQuery> mine(int page) {
    AccessDeniedForActor.unless(Permission.ANSWER_QUERY);
    return settings
        .providerOf(Acting.actor().name())
        .map(npi -> queries.toProvider(npi, page))
        .orElse(ListPage.single(List.of()));
  }

  /// How much the actor has been asked and has not answered.
  @Transactional(readOnly = true)
  public int unanswered() {
    AccessDeniedForActor.unless(Permission.ANSWER_QUERY);
    return settings.providerOf(Acting.actor().name()).map(queries::unanswered).orElse(0);
  }

  /// One query to the actor.
  @Transactional(readOnly = true)
  public CodingQuery mine(UUID id) {
    AccessDeniedForActor.unless(Permission.ANSWER_QUERY);
    String npi = settings.providerOf(Acting.actor().name()).orElse("");
    return queries
        .find(id)
        .filter(q -> q.providerNpi().equals(npi))
        .filter(q -> q.status() != Status.DRAFT && q.status() != Status.CANCELLED)
        .orElseThrow();
  }

  /// Answers a query.
  ///
  /// @param choice number of the option, counted from 1; null for an open question
  /// @param text in the provider's words; needed for an open question and for *other*
  public CodingQuery answer(UUID id, @Nullable Integer choice, String text) {
    filing.lock(mine(id));
    var query = mine(id);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var zone = ZoneId.of(organizations.current().timeZone());
    String actor = Acting.actor().name();
    filing.keep(query, new Given(now, actor, choice, text.strip(), null, null, null), zone);
    audit.record(
        "answered query",
        "query",
        query.publicId(),
        encounters.get(query.encounterId()).patientId().value(),
        null);
    return queries.find(id).orElseThrow();
  }
}
