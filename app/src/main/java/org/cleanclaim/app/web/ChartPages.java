package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.ChartAccess;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartDecisions;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.codingquery.CodingQueries;
import org.cleanclaim.app.codingqueue.CodingQueues;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.signing.SignedCodings;
import org.cleanclaim.app.worklist.ChartQueue;
import org.cleanclaim.app.worklist.ChartQueue.LeftOut;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.source.DocumentReader;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The coder's queue and chart.
@Controller
public class ChartPages {

  private final Pages pages;
  private final ChartQueue queue;
  private final CodingQueues queues;
  private final ChartWork.Reader work;
  private final Encounters encounters;
  private final Patients patients;
  private final Charts charts;
  private final ChartAccess access;
  private final ChartFinalizing finalizing;
  private final ChartDecisions decisions;
  private final ChartCodes chartCodes;
  private final ChartReopening reopening;
  private final AuditedCharts audited;
  private final CodingQueries queries;
  private final SignedCodings signed;
  private final Charges charges;
  private final CodeSets codeSets;
  private final AuditTrail audit;

  ChartPages(
      Pages pages,
      ChartQueue queue,
      CodingQueues queues,
      ChartWork.Reader work,
      Encounters encounters,
      Patients patients,
      Charts charts,
      ChartAccess access,
      ChartFinalizing finalizing,
      ChartDecisions decisions,
      ChartCodes chartCodes,
      ChartReopening reopening,
      AuditedCharts audited,
      CodingQueries queries,
      SignedCodings signed,
      Charges charges,
      CodeSets codeSets,
      AuditTrail audit) {
    this.pages = pages;
    this.queue = queue;
    this.queues = queues;
    this.work = work;
    this.encounters = encounters;
    this.patients = patients;
    this.charts = charts;
    this.access = access;
    this.finalizing = finalizing;
    this.decisions = decisions;
    this.chartCodes = chartCodes;
    this.reopening = reopening;
    this.audited = audited;
    this.queries = queries;
    this.signed = signed;
    this.charges = charges;
    this.codeSets = codeSets;
    this.audit = audit;
  }

  @GetMapping("/charts")
  ResponseEntity<String> queue(
      HttpServletRequest request,
      @RequestParam(required = false) String status,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    String wanted = status == null || status.isBlank() ? null : status;
    return pages.page(
        request,
        "charts",
        "Charts",
        "chart/queue.jte",
        Map.of(
            "page", queue.charts(wanted, page),
            "leftOut", queue.leftOut(wanted),
            "status", wanted == null ? "" : wanted));
  }

  /// Gives the coder the chart to code next and opens it; the queue when there is none.
  @GetMapping("/charts/next")
  ResponseEntity<String> next() {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    String address =
        queue.next().map(c -> "/charts/" + c.encounterId() + "?next").orElse("/charts");
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }

  @GetMapping("/charts/{encounterId}")
  ResponseEntity<String> chart(
      HttpServletRequest request,
      @PathVariable UUID encounterId,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(required = false) @Nullable String next,
      @RequestParam(name = "queue", required = false) @Nullable UUID queueId) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    List<LeftOut> passedOver = next == null ? List.of() : queue.passedOver();
    Encounter encounter = encounters.find(encounterId).orElseThrow();
    audited.requireSight(encounter.id());
    var values = shown(encounter, code, words);
    values.put("queue", queueId == null ? "" : queueId.toString());
    values.put("passedOver", passedOver);
    return pages.page(
        request, "charts", "Chart " + encounter.visitNumber(), "chart/chart.jte", values);
  }

  /// The three panes of a chart alone, for a screen that has changed it.
  @GetMapping("/charts/{encounterId}/panes")
  ResponseEntity<String> panes(HttpServletRequest request, @PathVariable UUID encounterId) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    Encounter encounter = encounters.find(encounterId).orElseThrow();
    audited.requireSight(encounter.id());
    return ResponseEntity.ok()
        .contentType(Pages.HTML)
        .body(pages.part(request, "chart/panes.jte", shown(encounter, "", "")));
  }

  private Map<String, Object> shown(Encounter encounter, String code, String words) {
    var patient = patients.get(encounter.patientId());
    var chart = charts.get(encounter.id());
    audit.read("chart", chart.id(), patient.id().value());
    List<NoteView> notes =
        encounters.documents(encounter.id()).stream().map(d -> NoteView.of(d, chart)).toList();
    var refusal = access.refusal(encounter);
    var values = new LinkedHashMap<String, Object>();
    values.put("encounter", encounter);
    values.put("patient", patient);
    values.put("chart", chart);
    values.put("notes", notes);
    values.put("findings", finalizing.standing(chart));
    values.put("refusal", refusal);
    values.put("work", work.open(chart, refusal));
    values.put("queries", queries.ofEncounter(encounter.id()));
    values.put("signed", signed.of(encounter.id()));
    values.put("charges", charges.ofEncounter(encounter.id()));
    values.put("typedCode", code);
    values.put("typedWords", words);
    return values;
  }

  /// A document as the page shows it.
  ///
  /// @param isLate whether it arrived after the codes were made final for the last time
  /// @param remark why nothing is proposed from it; empty where it is read
  /// @param format of the file that its text was taken from; empty when the text is all there is
  /// @param returns places of carriage returns, which a browser leaves out when it counts
  public record NoteView(
      long id,
      String name,
      boolean isLate,
      String remark,
      String format,
      List<NotePart> parts,
      String returns) {
    static NoteView of(Document document, Chart chart) {
      var finalizedAt = chart.finalizedAt();
      String body = document.body();
      String returns =
          IntStream.range(0, body.length())
              .filter(i -> body.startsWith("\r\n", i))
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(" "));
      String remark =
          DocumentReader.ofText(document.name(), body).findings().stream()
              .filter(Finding::blocks)
              .map(finding -> finding.message() + " " + finding.remedy())
              .collect(Collectors.joining(" "));
      return new NoteView(
          document.id(),
          document.name(),
          finalizedAt != null && document.receivedAt().isAfter(finalizedAt),
          remark,
          document.format() == null ? "" : document.format().inWords(),
          NotePart.of(document.id(), body, chart),
          returns);
    }
  }

  @PostMapping("/charts/{encounterId}/suggestions/{system}/{code}")
  ResponseEntity<String> decide(
      @PathVariable UUID encounterId,
      @PathVariable CodeSystem system,
      @PathVariable String code,
      @RequestParam String decision,
      @RequestParam(defaultValue = "Not supported by the note") String reason) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    var id = encounters.find(encounterId).orElseThrow().id();
    if (decision.equals("accept")) {
      decisions.accept(id, system, code);
    } else {
      decisions.reject(id, system, code, reason);
    }
    return back(encounterId);
  }

  /// A code that the coder finds: with words of the note, or for a reason.
  @PostMapping("/charts/{encounterId}/codes")
  ResponseEntity<String> add(
      @PathVariable UUID encounterId,
      @RequestParam String code,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    var encounter = encounters.find(encounterId).orElseThrow();
    TypedCode typed =
        TypedCode.read(code, encounter, codeSets)
            .orElseThrow(() ->
                new IllegalStateException(
                    "There is no such code on the day of service in the installed code sets"
                        + " (ICD-10-CM; for a stay ICD-10-PCS too). Look it up and try again."));
    if (!words.isBlank()) {
      if (!chartCodes.addWithEvidence(
          encounter.id(), typed.system(), typed.code(), words.strip())) {
        throw new IllegalStateException(
            "The documents do not hold these words as you typed them. Copy them from the note, or"
                + " give a reason instead.");
      }
    } else if (!reason.isBlank()) {
      chartCodes.addWithReason(encounter.id(), typed.system(), typed.code(), reason.strip());
    } else {
      throw new IllegalStateException(
          "A code needs words of the note or a reason. Enter one of them.");
    }
    return back(encounterId);
  }

  @PostMapping("/charts/{encounterId}/codes/{system}/{code}/remove")
  ResponseEntity<String> remove(
      @PathVariable UUID encounterId,
      @PathVariable CodeSystem system,
      @PathVariable String code,
      @RequestParam(defaultValue = "Not supported by the note") String reason) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    chartCodes.remove(encounters.find(encounterId).orElseThrow().id(), system, code, reason);
    return back(encounterId);
  }

  /// Whether a diagnosis of an inpatient was present on admission.
  @PostMapping("/charts/{encounterId}/codes/{code}/admission")
  ResponseEntity<String> admission(
      @PathVariable UUID encounterId,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String indicator) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    chartCodes.presentOnAdmission(
        encounters.find(encounterId).orElseThrow().id(),
        Icd10Cm.parse(code).orElseThrow(),
        indicator.isBlank() ? null : indicator);
    return back(encounterId);
  }

  /// @param next given when the coder goes on to the next chart
  /// @param queueId of which the next one is
  @PostMapping("/charts/{encounterId}/finalize")
  ResponseEntity<String> finalizeCodes(
      @PathVariable UUID encounterId,
      @RequestParam(defaultValue = "") String next,
      @RequestParam(name = "queue", required = false) @Nullable UUID queueId) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    var result = finalizing.finalizeCodes(encounters.find(encounterId).orElseThrow().id());
    if (result instanceof FinalizeResult.Stopped) return to("/charts/" + encounterId + "#findings");
    if (next.isEmpty()) return back(encounterId);
    if (queueId == null) return to("/charts/next");
    return to(
        queues
            .next(queues.find(queueId).orElseThrow())
            .map(r -> "/charts/" + r.encounterId() + "?queue=" + queueId)
            .orElse("/coding?queue=" + queueId));
  }

  @PostMapping("/charts/{encounterId}/reopen")
  ResponseEntity<String> reopen(@PathVariable UUID encounterId, @RequestParam String reason) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    reopening.reopen(encounters.find(encounterId).orElseThrow().id(), reason);
    return back(encounterId);
  }

  private static ResponseEntity<String> back(UUID encounterId) {
    return to("/charts/" + encounterId);
  }

  private static ResponseEntity<String> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
