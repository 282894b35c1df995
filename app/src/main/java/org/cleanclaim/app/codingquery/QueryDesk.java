package org.cleanclaim.app.codingquery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.audit.AuditTrail.AuditEvent;
import org.cleanclaim.app.chart.ChartLock;
import org.cleanclaim.app.chart.ChartLocks;
import org.cleanclaim.app.chart.ChartSuggestions;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.CodableDocuments;
import org.cleanclaim.app.codingquery.CodingQuery.Effect;
import org.cleanclaim.app.codingquery.CodingQuery.Outcome;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.query.NamedConditions;
import org.cleanclaim.coding.query.QueryCheck;
import org.cleanclaim.coding.query.QueryText;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.party.Provider;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The coder's side of queries: written, checked, sent, closed. A query that the checks object to
/// is kept as a draft and never sent.
@Component
@Transactional
public class QueryDesk {
  private static final Citation PRACTICE =
      new Citation(
          "The practice's rules for queries: who answers for which provider",
          EffectivePeriod.from(LocalDate.of(2015, 10, 1)));
  private static final int SHORTEST_REASON = 5;

  private static final String SENT = "sent query";
  private static final String CANCELLED = "cancelled query";

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final CodingQueries queries;
  private final QuerySettings settings;
  private final QueryClock clocks;
  private final Encounters encounters;
  private final CodableDocuments codable;
  private final Charts charts;
  private final QueryEffects effects;
  private final ChartLocks locks;
  private final ChartSuggestions suggestions;
  private final Staff staff;
  private final AuditTrail audit;
  private final Clock clock;

  QueryDesk(
      JdbcClient jdbc,
      JsonColumns json,
      CodingQueries queries,
      QuerySettings settings,
      QueryClock clocks,
      Encounters encounters,
      CodableDocuments codable,
      Charts charts,
      QueryEffects effects,
      ChartLocks locks,
      ChartSuggestions suggestions,
      Staff staff,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.queries = queries;
    this.settings = settings;
    this.clocks = clocks;
    this.encounters = encounters;
    this.codable = codable;
    this.charts = charts;
    this.effects = effects;
    this.locks = locks;
    this.suggestions = suggestions;
    this.staff = staff;
    this.audit = audit;
    this.clock = clock;
  }

  /// What stands against sending a draft.
  @Transactional(readOnly = true)
  public List<Finding> check(Encounter encounter, CodingQuery query) {
    return check(encounter, query.text(), query.providerNpi(), query.providerName());
  }

  /// What stands against sending the query to the provider of the visit.
  @Transactional(readOnly = true)
  public List<Finding> check(Encounter encounter, QueryText text) {
    Provider provider = encounter.renderingProvider();
    Npi npi = provider.npi();
    return check(encounter, text, npi == null ? "" : npi.value(), provider.name().display());
  }

  private List<Finding> check(Encounter encounter, QueryText text, String npi, String name) {
    List<Document> documents = codable.of(encounter.id());
    Map<String, String> texts =
        documents.stream().collect(Collectors.toMap(d -> Long.toString(d.id()), Document::body));
    var findings =
        new ArrayList<>(
            QueryCheck.check(text, EncounterSetting.valueOf(encounter.setting()), texts));
    Optional<CodingEngine> engine = suggestions.engine(encounter);
    if (!documents.isEmpty() && engine.isPresent()) {
      findings.addAll(
          NamedConditions.check(
              text, engine.get(), suggestions.documentation(encounter, documents.getFirst())));
    }
    if (settings.answering().stream().noneMatch(a -> a.providerNpi().equals(npi))) {
      findings.add(nobodyAnswers(name));
    }
    return List.copyOf(findings);
  }

  private static Finding nobodyAnswers(String provider) {
    return new Finding(
        new RuleId("QUERY-NOBODY-ANSWERS"),
        Layer.CHART,
        Severity.WARNING,
        Place.field("Provider"),
        "No user answers for " + provider + ", so that the query would wait until it is escalated.",
        "Ask a manager to link the provider's user to the NPI.",
        null,
        PRACTICE);
  }

  /// Keeps a draft to the provider of the visit.
  ///
  /// @param code the code of the chart that waits for the answer, null for none
  public CodingQuery draft(
      Encounter encounter, @Nullable CodeSystem system, @Nullable String code, QueryText text) {
    return draft(encounter, system, code, text, "");
  }

  /// Keeps a draft to one of those who did something for the visit.
  ///
  /// @param to the NPI of who is asked; blank for the rendering provider
  public CodingQuery draft(
      Encounter encounter,
      @Nullable CodeSystem system,
      @Nullable String code,
      QueryText text,
      String to) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    Provider provider = asked(encounter, to);
    UUID id =
        jdbc.sql(
                """
                insert into coding_query (encounter_id, code_system, code, query, provider_npi, provider_name,
                  written_by, written_at)
                values (:encounter, :system, :code, :query::jsonb, :npi, :name, :actor, :now)
                returning public_id
                """)
            .param("encounter", encounter.id().value())
            .param("system", system == null ? null : system.name())
            .param("code", code)
            .param("query", json.write(text))
            .param("npi", npi(provider))
            .param("name", provider.name().display())
            .param("actor", Acting.actor().name())
            .param("now", now())
            .query(UUID.class)
            .single();
    return recorded(id, "wrote query", null);
  }

  private static Provider asked(Encounter encounter, String to) {
    if (encounter.renderingProvider().npi() == null && to.isBlank()) {
      throw new QueryRefusal("The provider of the visit has no NPI.");
    }
    if (to.isBlank()) return encounter.renderingProvider();
    return encounter.askable().stream()
        .filter(provider -> npi(provider).equals(to.strip()))
        .findFirst()
        .orElseThrow(() ->
            new QueryRefusal(
                "No provider of the visit has the NPI %s. Ask one of them, or enter the provider at the visit."
                    .formatted(to.strip())));
  }

  private static String npi(Provider provider) {
    Npi npi = provider.npi();
    return npi == null ? "" : npi.value();
  }

  /// Changes a draft.
  ///
  /// @param to the NPI of who is asked; blank to leave it as it is
  public CodingQuery change(UUID id, QueryText text, String to) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    var draft =
        own(
            require(
                id,
                "Only a draft can be changed. Cancel the query and write another.",
                Status.DRAFT));
    if (!to.isBlank()) askInstead(draft, asked(encounters.get(draft.encounterId()), to));
    jdbc.sql("update coding_query set query = :query::jsonb where public_id = :id")
        .param("query", json.write(text))
        .param("id", id)
        .update();
    return recorded(id, "changed query", null);
  }

  private void askInstead(CodingQuery draft, Provider provider) {
    jdbc.sql(
            """
            update coding_query
            set provider_npi = :npi, provider_name = :name
            where coding_query_id = :id
            """)
        .param("npi", npi(provider))
        .param("name", provider.name().display())
        .param("id", draft.id())
        .update();
  }

  /// Sends a draft unless the checks find an error; the clock starts.
  ///
  /// @return what stands against it; empty when it was sent
  public List<Finding> send(UUID id) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    var query = own(require(id, "The query was sent already.", Status.DRAFT));
    var encounter = encounters.get(query.encounterId());
    var findings = check(encounter, query);
    if (findings.stream().anyMatch(Finding::blocks)) return findings;
    QueryDeadline deadline = settings.deadline(encounter.setting());
    LocalDate today = staff.today();
    jdbc.sql(
            """
            update coding_query
            set status = 'SENT', sent_at = :now, due_on = :due, escalate_on = :escalate, escalate_to = :to
            where public_id = :id
            """)
        .param("now", now())
        .param("due", deadline.dueOn(today))
        .param("escalate", deadline.escalateOn(today))
        .param("to", deadline.escalateTo())
        .param("id", id)
        .update();
    clocks.start(query, encounter, deadline, today);
    recorded(id, SENT, null);
    return List.of();
  }

  /// Takes back a query that nobody has answered.
  public CodingQuery cancel(UUID id, String reason) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    requireText(reason, "Say why the query is cancelled.");
    var query =
        own(require(id, "An answered query is closed, not cancelled.", Status.DRAFT, Status.SENT));
    clocks.ended(query, "The query was taken back: " + reason.strip());
    jdbc.sql("update coding_query set status = 'CANCELLED' where public_id = :id")
        .param("id", id)
        .update();
    return recorded(id, CANCELLED, reason.strip());
  }

  /// Who took a query back, and why; empty when nobody did.
  @Transactional(readOnly = true)
  public Optional<String> takenBack(CodingQuery query) {
    return done(query, CANCELLED).map(event -> "%s: %s".formatted(event.actor(), event.reason()));
  }

  /// Who sent a query; empty while it is a draft.
  @Transactional(readOnly = true)
  public Optional<String> sender(CodingQuery query) {
    return done(query, SENT).map(AuditEvent::actor);
  }

  private Optional<AuditEvent> done(CodingQuery query, String action) {
    return audit.changesOf("query", query.publicId()).stream()
        .filter(event -> event.action().equals(action))
        .findFirst();
  }

  /// Closes a query with what it came to and what it changed on the chart.
  ///
  /// @param effectText in words, needed when a code changed
  public CodingQuery close(UUID id, Outcome outcome, Effect effect, @Nullable String effectText) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    var query = require(id, "Only a sent query can be closed.", Status.SENT, Status.ANSWERED);
    if (!query.possibleOutcomes().contains(outcome)) {
      throw new QueryRefusal(
          query.answer() == null
              ? "Nobody has answered the query, so its outcome is no answer."
              : "The query was answered. Say what the answer came to.");
    }
    if (outcome == Outcome.NO_ANSWER && !query.isOverdue(staff.today())) {
      throw new QueryRefusal(
          "%s has until %s to answer. Cancel the query, or make the codes final without the answer."
              .formatted(query.providerName(), query.dueOn()));
    }
    if (effect != Effect.NONE) requireText(effectText, "Say which code changed, and how.");
    effects.require(query, effect, effectText == null ? "" : effectText);
    jdbc.sql(
            """
            update coding_query
            set status = 'CLOSED', closed_at = :now, closed_by = :actor, outcome = :outcome, effect = :effect,
              effect_text = :text
            where public_id = :id
            """)
        .param("now", now())
        .param("actor", Acting.actor().name())
        .param("outcome", outcome.name())
        .param("effect", effect.name())
        .param("text", effectText == null || effectText.isBlank() ? null : effectText.strip())
        .param("id", id)
        .update();
    clocks.ended(query, "The query was closed without an answer");
    return recorded(id, "closed query", outcome.title() + ", " + effect.title());
  }

  /// Lets the codes be made final without the answer to a query.
  public CodingQuery override(UUID id, String reason) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    if (reason.strip().length() < SHORTEST_REASON) {
      throw new QueryRefusal(
          "Say why the codes are made final without the answer, in at least five characters.");
    }
    String otherwise =
        "Only a query that waits for its answer, or for the provider's signature, is gone on"
            + " without. Read an answer, and close the query.";
    var query = own(require(id, otherwise, Status.SENT, Status.CLOSED));
    boolean isOver = query.status() == Status.CLOSED;
    if (isOver && (!query.isUnsigned() || query.waiver() != null)) {
      throw new QueryRefusal(otherwise);
    }
    jdbc.sql(
            """
            update coding_query
            set overridden_at = :now, overridden_by = :actor, override_reason = :reason
            where public_id = :id
            """)
        .param("now", now())
        .param("actor", Acting.actor().name())
        .param("reason", reason.strip())
        .param("id", id)
        .update();
    return recorded(id, "overrode open query", reason.strip());
  }

  private CodingQuery require(UUID id, String otherwise, Status... allowed) {
    var query = queries.find(id).orElseThrow();
    jdbc.sql("select 1 from coding_query where coding_query_id = :id for update")
        .param("id", query.id())
        .query(row -> {});
    query = queries.find(id).orElseThrow();
    if (!List.of(allowed).contains(query.status())) throw new QueryRefusal(otherwise);
    return query;
  }

  /// Lets a query through to its author, to whoever has the chart, and to a lead.
  CodingQuery own(CodingQuery query) {
    var actor = Acting.actor();
    if (actor.isSystem() || query.writtenBy().equals(actor.name())) return query;
    if (actor.may(Permission.MANAGE_STAFF)) return query;
    var chart = charts.get(query.encounterId());
    String holder =
        locks.of(chart.id()).map(ChartLock::holder).orElse(String.valueOf(chart.coder()));
    if (holder.equals(actor.name())) return query;
    throw new QueryRefusal(
        "This query is %s's. Ask them, open the chart yourself when nobody has it, or ask a lead to give it to you."
            .formatted(query.writtenBy()));
  }

  private static void requireText(@Nullable String text, String otherwise) {
    if (text == null || text.isBlank()) throw new QueryRefusal(otherwise);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private CodingQuery recorded(UUID id, String action, @Nullable String reason) {
    var query = queries.find(id).orElseThrow();
    audit.record(action, "query", query.publicId(), patientId(query.encounterId()), reason);
    return query;
  }

  private long patientId(EncounterId encounterId) {
    return encounters.get(encounterId).patientId().value();
  }
}
