package org.cleanclaim.app.signing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.audit.AuditTrail.AuditEvent;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.Chart.Decision;
import org.cleanclaim.app.chart.Chart.SuggestedCode;
import org.cleanclaim.app.chart.ChartGuidelines;
import org.cleanclaim.app.chart.ChartService;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.codingquery.CodingQueries;
import org.cleanclaim.app.codingquery.CodingQuery;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.signing.PacketFacts.AskedQuery;
import org.cleanclaim.app.signing.PacketFacts.CodeSetVersion;
import org.cleanclaim.app.signing.PacketFacts.Excerpt;
import org.cleanclaim.app.signing.PacketFacts.Practice;
import org.cleanclaim.app.signing.PacketFacts.RejectedSuggestion;
import org.cleanclaim.app.signing.PacketFacts.Remark;
import org.cleanclaim.app.signing.PacketFacts.Signature;
import org.cleanclaim.app.signing.PacketFacts.SignedCode;
import org.cleanclaim.app.signing.PacketFacts.SignedService;
import org.cleanclaim.app.signing.PacketFacts.SourceDocument;
import org.cleanclaim.app.signing.PacketFacts.Step;
import org.cleanclaim.app.signing.PacketFacts.Visit;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.query.QueryIndicator;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers the facts of a packet from the chart, the documents, the queries and the trail as they
/// are at the moment of signing.
@Component
class PacketGathering {
  private final Organizations organizations;
  private final Encounters encounters;
  private final Patients patients;
  private final Charts charts;
  private final ChartGuidelines guidelines;
  private final CodingQueries queries;
  private final CodeSets codeSets;
  private final AuditTrail trail;

  PacketGathering(
      Organizations organizations,
      Encounters encounters,
      Patients patients,
      Charts charts,
      ChartGuidelines guidelines,
      CodingQueries queries,
      CodeSets codeSets,
      AuditTrail trail) {
    this.organizations = organizations;
    this.encounters = encounters;
    this.patients = patients;
    this.charts = charts;
    this.guidelines = guidelines;
    this.queries = queries;
    this.codeSets = codeSets;
    this.trail = trail;
  }

  PacketFacts facts(
      Encounter encounter, int number, @Nullable String previous, Signature signature) {
    var practice = organizations.current();
    Chart chart = charts.get(encounter.id());
    Map<String, Document> documents =
        encounters.documents(encounter.id()).stream()
            .collect(Collectors.toMap(d -> Long.toString(d.id()), Function.identity()));
    List<CodingQuery> asked = queries.ofEncounter(encounter.id());
    return new PacketFacts(
        PacketText.FORMAT,
        number,
        previous,
        new Practice(practice.name(), practice.npi().value()),
        visit(encounter),
        signature,
        codeSets(encounter, chart),
        chart.codes().stream().map(c -> code(c, chart, documents)).toList(),
        chart.services().stream()
            .filter(ChartService::isAccepted)
            .map(s -> service(s, documents))
            .toList(),
        rejected(chart),
        remarks(chart),
        documents.values().stream()
            .sorted(Comparator.comparingLong(Document::id))
            .map(PacketGathering::document)
            .toList(),
        asked.stream().map(PacketGathering::query).toList(),
        steps(chart, asked));
  }

  private Visit visit(Encounter encounter) {
    var patient = patients.get(encounter.patientId());
    var provider = encounter.renderingProvider();
    return new Visit(
        encounter.publicId().toString(),
        encounter.visitNumber(),
        patient.name().display(),
        patient.bornOn().toString(),
        patient.sex().name(),
        provider.name().display(),
        provider.npi() == null ? null : provider.npi().value(),
        encounter.specialty(),
        encounter.setting(),
        encounter.placeOfService().toString(),
        encounter.servedOn().toString());
  }

  private List<CodeSetVersion> codeSets(Encounter encounter, Chart chart) {
    Set<CodeSystem> systems = EnumSet.of(CodeSystem.ICD10CM);
    chart.codes().forEach(c -> systems.add(c.system()));
    return systems.stream()
        .flatMap(system ->
            codeSets.edition(system, encounter.servedOn()).stream()
                .map(edition -> {
                  var until = edition.listPeriod().until();
                  return new CodeSetVersion(
                      system.name(),
                      edition.name(),
                      edition.source(),
                      edition.listPeriod().from().toString(),
                      until == null ? null : until.toString());
                }))
        .toList();
  }

  private static SignedCode code(ChartCode code, Chart chart, Map<String, Document> documents) {
    if (code.evidence().isEmpty() && code.reason() == null) {
      throw new IllegalStateException(
          code.system().written(code.code())
              + " has neither words of the record nor a reason. Give one of them.");
    }
    List<String> path =
        chart.suggestions().stream()
            .filter(s -> s.system() == code.system() && s.code().equals(code.code()))
            .findFirst()
            .map(SuggestedCode::path)
            .orElse(List.of());
    return new SignedCode(
        code.position(),
        code.system().name(),
        code.system().written(code.code()),
        code.title(),
        code.presentOnAdmission(),
        code.addedBy(),
        code.evidence().stream().map(e -> excerpt(e, documents)).toList(),
        code.reason(),
        path);
  }

  private static SignedService service(ChartService service, Map<String, Document> documents) {
    return new SignedService(
        service.code().system().name(),
        service.code().value(),
        service.title(),
        service.units(),
        service.evidence().stream().map(e -> excerpt(e, documents)).toList(),
        service.path());
  }

  private static Excerpt excerpt(Evidence evidence, Map<String, Document> documents) {
    var document = documents.get(evidence.documentId());
    if (document == null) {
      throw new IllegalStateException(
          "Evidence points to a document that the visit does not have.");
    }
    var place =
        QueryIndicator.of(
            evidence.documentId(),
            document.name(),
            document.body(),
            evidence.start(),
            evidence.end());
    return excerpt(place);
  }

  private static Excerpt excerpt(QueryIndicator place) {
    return new Excerpt(place.documentId(), place.line(), place.start(), place.end(), place.quote());
  }

  private static List<RejectedSuggestion> rejected(Chart chart) {
    var codes =
        chart.suggestions().stream()
            .filter(s -> s.decision() != Decision.ACCEPTED)
            .map(s ->
                new RejectedSuggestion(
                    s.system().name(),
                    s.system().written(s.code()),
                    s.title(),
                    why(s.decision(), s.reason())));
    var services =
        chart.services().stream()
            .filter(s -> s.decision() != Decision.ACCEPTED)
            .map(s ->
                new RejectedSuggestion(
                    s.code().system().name(),
                    s.code().value(),
                    s.title(),
                    why(s.decision(), s.reason())));
    return Stream.concat(codes, services).toList();
  }

  private static @Nullable String why(@Nullable Decision decision, @Nullable String reason) {
    return switch (decision) {
      case null -> "nobody has decided on it";
      case WITHDRAWN -> "withdrawn: " + reason;
      case ACCEPTED, REJECTED -> reason;
    };
  }

  private List<Remark> remarks(Chart chart) {
    return guidelines.check(chart).stream()
        .map(f ->
            new Remark(f.rule().value(), f.severity().name(), f.message(), f.source().source()))
        .toList();
  }

  private static SourceDocument document(Document document) {
    return new SourceDocument(
        Long.toString(document.id()),
        document.name(),
        document.receivedAt().toString(),
        document.body().length(),
        document.sha256());
  }

  private static AskedQuery query(CodingQuery query) {
    var text = query.text();
    var answer = query.answer();
    var closing = query.closing();
    var waiver = query.waiver();
    return new AskedQuery(
        query.publicId().toString(),
        text.kind().name(),
        text.subject(),
        text.question(),
        text.options().stream().map(o -> o.text()).toList(),
        text.indicators().stream().map(PacketGathering::excerpt).toList(),
        query.status().name(),
        query.writtenBy(),
        time(query.sentAt()),
        answer == null ? null : answer.by(),
        answer == null ? null : answer.at().toString(),
        answer == null ? null : said(query, answer),
        closing == null ? null : closing.outcome().name(),
        closing == null ? null : closing.effect().name(),
        waiver == null ? null : waiver.reason());
  }

  private static String said(CodingQuery query, CodingQuery.Answer answer) {
    if (answer.choice() == null) return answer.text();
    String option = query.text().options().get(answer.choice() - 1).text();
    return answer.text().isEmpty() ? option : option + ": " + answer.text();
  }

  private List<Step> steps(Chart chart, List<CodingQuery> asked) {
    var events = new ArrayList<AuditEvent>(trail.changesOf("chart", chart.id()));
    asked.forEach(query -> events.addAll(trail.changesOf("query", query.publicId())));
    return events.stream()
        .sorted(Comparator.comparingLong(AuditEvent::sequence))
        .map(e -> new Step(e.happenedAt().toString(), e.actor(), e.action(), e.reason()))
        .toList();
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
