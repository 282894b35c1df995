package org.cleanclaim.app.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.codingquery.CodingQueries;
import org.cleanclaim.app.codingquery.CodingQuery;
import org.cleanclaim.app.codingquery.CodingQuery.Effect;
import org.cleanclaim.app.codingquery.CodingQuery.Outcome;
import org.cleanclaim.app.codingquery.QueryAnswers;
import org.cleanclaim.app.codingquery.QueryBeginning;
import org.cleanclaim.app.codingquery.QueryDesk;
import org.cleanclaim.app.codingquery.QueryEscalation;
import org.cleanclaim.app.codingquery.QueryFigures;
import org.cleanclaim.app.codingquery.QueryFigures.ProviderFigures;
import org.cleanclaim.app.codingquery.QueryList;
import org.cleanclaim.app.codingquery.QueryList.Filter;
import org.cleanclaim.app.codingquery.QueryList.Row;
import org.cleanclaim.app.codingquery.QueryList.Sort;
import org.cleanclaim.app.codingquery.QueryNotice;
import org.cleanclaim.app.codingquery.SpokenAnswer.Way;
import org.cleanclaim.app.codingquery.SpokenAnswers;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.coding.query.QueryIndicator;
import org.cleanclaim.coding.query.QueryKind;
import org.cleanclaim.coding.query.QueryOption;
import org.cleanclaim.coding.query.QueryText;
import org.cleanclaim.coding.query.YesNoPurpose;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Queries to providers.
@RestController
@RequestMapping("/api/v1")
class QueryResources {

  /// A place of a document that is quoted.
  record PlaceBody(long document, int start, int end) {}

  record OptionBody(@Nullable String text, @Nullable List<Integer> supportedBy) {}

  /// @param system of the code that waits for the answer
  /// @param provider the NPI of who is asked among those of the visit; else the rendering provider,
  ///   and of a draft that is changed whom it asked before
  record QueryBody(
      @Nullable QueryKind kind,
      @Nullable YesNoPurpose purpose,
      @Nullable String subject,
      @Nullable String question,
      @Nullable List<OptionBody> options,
      @Nullable List<PlaceBody> indicators,
      @Nullable CodeSystem system,
      @Nullable String code,
      @Nullable String provider) {
    String asked() {
      return provider == null ? "" : provider;
    }
  }

  /// @param findings what stands against sending it; none once it is sent
  record Checked(CodingQuery query, List<Finding> findings) {}

  record AnswerBody(@Nullable Integer choice, @Nullable String text) {}

  /// @param at when it was said, with the offset from UTC
  record SpokenBody(
      @Nullable Way way,
      @Nullable String by,
      @Nullable Instant at,
      @Nullable Integer choice,
      @Nullable String words) {}

  /// A query as its provider sees it: with the patient and the day of the visit.
  record OwnQuery(
      @JsonUnwrapped CodingQuery query,
      String patient,
      LocalDate bornOn,
      String visitNumber,
      LocalDate servedOn) {}

  record CloseBody(@Nullable Outcome outcome, @Nullable Effect effect, @Nullable String text) {}

  record ReasonBody(@Nullable String reason) {}

  record Escalated(int queries) {}

  private final CodingQueries queries;
  private final QueryDesk desk;
  private final QueryEscalation escalation;
  private final QueryAnswers answers;
  private final SpokenAnswers spoken;
  private final QueryBeginning beginning;
  private final QueryList list;
  private final QueryFigures figures;
  private final Encounters encounters;
  private final Patients patients;
  private final AuditedCharts audited;
  private final AuditTrail trail;

  QueryResources(
      CodingQueries queries,
      QueryDesk desk,
      QueryEscalation escalation,
      QueryAnswers answers,
      SpokenAnswers spoken,
      QueryBeginning beginning,
      QueryList list,
      QueryFigures figures,
      Encounters encounters,
      Patients patients,
      AuditedCharts audited,
      AuditTrail trail) {
    this.queries = queries;
    this.desk = desk;
    this.escalation = escalation;
    this.answers = answers;
    this.spoken = spoken;
    this.beginning = beginning;
    this.list = list;
    this.figures = figures;
    this.encounters = encounters;
    this.patients = patients;
    this.audited = audited;
    this.trail = trail;
  }

  @GetMapping("/queries")
  ListPage<Row> list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String provider,
      @RequestParam(defaultValue = "") String coder,
      @RequestParam(defaultValue = "DUE") Sort sort,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    if (!state.isEmpty() && !QueryList.STATES.contains(state)) {
      throw new BadInput("state has to be one of " + QueryList.STATES + ".");
    }
    return list.rows(new Filter(state, provider, coder), sort, page);
  }

  @GetMapping("/queries/figures")
  List<ProviderFigures> figures(@RequestParam LocalDate from, @RequestParam LocalDate to) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    return figures.byProvider(from, to);
  }

  /// How a query about a code of the chart begins.
  @GetMapping("/charts/{encounterId}/queries/draft")
  QueryText begin(
      @PathVariable UUID encounterId, @RequestParam CodeSystem system, @RequestParam String code) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    Encounter encounter = sighted(encounterId);
    return beginning
        .template(encounter, system, code)
        .quoting(beginning.indicators(encounter, system, code));
  }

  @GetMapping("/charts/{encounterId}/queries")
  List<CodingQuery> ofChart(@PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    Encounter encounter = sighted(encounterId);
    trail.read("queries", encounter.publicId(), encounter.patientId().value());
    return queries.ofEncounter(encounter.id());
  }

  /// Keeps a draft and checks it.
  @PostMapping("/charts/{encounterId}/queries")
  Checked write(@PathVariable UUID encounterId, @RequestBody QueryBody body) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    Encounter encounter = sighted(encounterId);
    QueryText text = text(encounter, body);
    return checked(
        encounter, desk.draft(encounter, body.system(), body.code(), text, body.asked()));
  }

  @GetMapping("/queries/{id}")
  CodingQuery query(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    var query = queries.find(id).orElseThrow();
    Encounter encounter = ofQuery(query);
    trail.read("query", query.publicId(), encounter.patientId().value());
    return query;
  }

  @PutMapping("/queries/{id}")
  Checked change(@PathVariable UUID id, @RequestBody QueryBody body) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    Encounter encounter = ofQuery(queries.find(id).orElseThrow());
    return checked(encounter, desk.change(id, text(encounter, body), body.asked()));
  }

  @PostMapping("/queries/{id}/send")
  Checked send(@PathVariable UUID id) {
    List<Finding> findings = desk.send(id);
    return new Checked(queries.find(id).orElseThrow(), findings);
  }

  @PostMapping("/queries/{id}/cancel")
  CodingQuery cancel(@PathVariable UUID id, @RequestBody ReasonBody body) {
    return desk.cancel(id, given("reason", body.reason()));
  }

  @PostMapping("/queries/{id}/close")
  CodingQuery close(@PathVariable UUID id, @RequestBody CloseBody body) {
    return desk.close(
        id, given("outcome", body.outcome()), given("effect", body.effect()), body.text());
  }

  @PostMapping("/queries/{id}/override")
  CodingQuery override(@PathVariable UUID id, @RequestBody ReasonBody body) {
    return desk.override(id, given("reason", body.reason()));
  }

  /// Who was told that it stayed unanswered.
  @GetMapping("/queries/{id}/notices")
  List<QueryNotice> notices(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    var query = queries.find(id).orElseThrow();
    ofQuery(query);
    return escalation.notices(query);
  }

  @PostMapping("/queries/escalate")
  Escalated escalate() {
    return new Escalated(escalation.escalateDue());
  }

  /// What the user has been asked as a provider.
  @GetMapping("/queries/mine")
  List<OwnQuery> mine(@RequestParam(defaultValue = "1") int page) {
    return answers.mine(page).rows().stream().map(this::own).toList();
  }

  @GetMapping("/queries/mine/{id}")
  OwnQuery mine(@PathVariable UUID id) {
    var query = answers.mine(id);
    trail.read("query", query.publicId(), encounters.get(query.encounterId()).patientId().value());
    return own(query);
  }

  private OwnQuery own(CodingQuery query) {
    var encounter = encounters.get(query.encounterId());
    var patient = patients.get(encounter.patientId());
    return new OwnQuery(
        query,
        patient.name().display(),
        patient.bornOn(),
        encounter.visitNumber(),
        encounter.servedOn());
  }

  /// Writes down what the provider answered by telephone or otherwise.
  @PostMapping("/queries/{id}/spoken-answer")
  CodingQuery spoken(@PathVariable UUID id, @RequestBody SpokenBody body) {
    AccessDeniedForActor.unless(Permission.WRITE_QUERY);
    ofQuery(queries.find(id).orElseThrow());
    return spoken.record(
        id,
        given("way", body.way()),
        given("by", body.by()),
        given("at", body.at()),
        body.choice(),
        given("words", body.words()));
  }

  /// The provider signs an answer that somebody wrote down.
  @PostMapping("/queries/mine/{id}/signature")
  CodingQuery sign(@PathVariable UUID id) {
    return spoken.sign(id);
  }

  @PostMapping("/queries/mine/{id}/answer")
  CodingQuery answer(@PathVariable UUID id, @RequestBody AnswerBody body) {
    String text = body.text();
    return answers.answer(id, body.choice(), text == null ? "" : text);
  }

  private Checked checked(Encounter encounter, CodingQuery query) {
    return new Checked(query, desk.check(encounter, query));
  }

  private QueryText text(Encounter encounter, QueryBody body) {
    List<Document> documents = encounters.documents(encounter.id());
    var indicators = new ArrayList<QueryIndicator>();
    var places = body.indicators();
    for (PlaceBody place : places == null ? List.<PlaceBody>of() : places) {
      indicators.add(indicator(place, documents));
    }
    var options = body.options();
    return new QueryText(
        given("kind", body.kind()),
        body.purpose(),
        given("subject", body.subject()),
        given("question", body.question()),
        options == null ? List.of() : options.stream().map(QueryResources::option).toList(),
        indicators);
  }

  private static QueryIndicator indicator(PlaceBody place, List<Document> documents) {
    return documents.stream()
        .filter(d -> d.id() == place.document())
        .filter(d -> place.start() >= 0 && place.start() < place.end())
        .filter(d -> place.end() <= d.body().length())
        .findFirst()
        .map(d ->
            QueryIndicator.of(
                Long.toString(d.id()), d.name(), d.body(), place.start(), place.end()))
        .orElseThrow(
            () -> new BadInput("An indicator points to no words of a document of the visit."));
  }

  private static QueryOption option(OptionBody body) {
    var support = body.supportedBy();
    return new QueryOption(given("text", body.text()), support == null ? List.of() : support);
  }

  private static <T> T given(String name, @Nullable T value) {
    if (value == null) throw new BadInput("The field " + name + " is missing.");
    return value;
  }

  private Encounter ofQuery(CodingQuery query) {
    return sighted(encounters.get(query.encounterId()).publicId());
  }

  private Encounter sighted(UUID encounterId) {
    var encounter = encounters.find(encounterId).orElseThrow();
    audited.requireSight(encounter.id());
    return encounter;
  }
}
