package org.cleanclaim.app.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.ChangeResult;
import org.cleanclaim.app.chart.ChangeResult.Conflict;
import org.cleanclaim.app.chart.ChangeResult.Made;
import org.cleanclaim.app.chart.ChangeResult.MadeBefore;
import org.cleanclaim.app.chart.ChangeResult.Refused;
import org.cleanclaim.app.chart.ChartChange;
import org.cleanclaim.app.chart.ChartChanges;
import org.cleanclaim.app.chart.ChartLocked;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.signing.SignedCodings;
import org.cleanclaim.app.storage.JsonColumns;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// What the chart's screen sends while a coder works, and the audit packet.
@Controller
public class ChartChangePages {
  private final Encounters encounters;
  private final ChartChanges work;
  private final SignedCodings signed;
  private final AuditedCharts audited;
  private final JsonColumns json;
  private final AuditTrail audit;

  ChartChangePages(
      Encounters encounters,
      ChartChanges work,
      SignedCodings signed,
      AuditedCharts audited,
      JsonColumns json,
      AuditTrail audit) {
    this.encounters = encounters;
    this.work = work;
    this.signed = signed;
    this.audited = audited;
    this.json = json;
    this.audit = audit;
  }

  /// One change; the answer says whether it was made, in the words that the screen shows.
  @PostMapping("/charts/{encounterId}/changes")
  ResponseEntity<String> change(@PathVariable UUID encounterId, @RequestBody ChartChange change) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    Encounter encounter = encounters.find(encounterId).orElseThrow();
    audited.requireSight(encounter.id());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.write(answer(encounter, change)));
  }

  private Map<String, Object> answer(Encounter encounter, ChartChange change) {
    try {
      return answer(work.make(encounter.id(), change));
    } catch (ChartLocked locked) {
      // What was done before somebody else got the chart waits on the screen for its coder's word.
      return answer(new Conflict(change.revision(), String.valueOf(locked.getMessage())));
    } catch (IllegalStateException refusal) {
      return answer(new Refused(change.revision(), String.valueOf(refusal.getMessage())));
    }
  }

  private static Map<String, Object> answer(ChangeResult result) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("revision", result.revision());
    switch (result) {
      case Made made -> answer.put("outcome", "MADE");
      case MadeBefore before -> answer.put("outcome", "MADE_BEFORE");
      case Conflict conflict -> {
        answer.put("outcome", "CONFLICT");
        answer.put("sentence", conflict.sentence());
      }
      case Refused refused -> {
        answer.put("outcome", "REFUSED");
        answer.put("sentence", refused.sentence());
      }
    }
    return answer;
  }

  /// The audit packet of a signature.
  @GetMapping("/charts/{encounterId}/packets/{number}.zip")
  ResponseEntity<byte[]> packet(@PathVariable UUID encounterId, @PathVariable int number) {
    Encounter encounter = sighted(encounterId);
    byte[] file = signed.file(encounter.id(), number).orElseThrow();
    return given(encounter, number, file, "zip", MediaType.parseMediaType("application/zip"));
  }

  /// The audit packet on paper.
  @GetMapping("/charts/{encounterId}/packets/{number}.pdf")
  ResponseEntity<byte[]> paper(@PathVariable UUID encounterId, @PathVariable int number) {
    Encounter encounter = sighted(encounterId);
    byte[] file = signed.paper(encounter.id(), number).orElseThrow();
    return given(encounter, number, file, "pdf", MediaType.APPLICATION_PDF);
  }

  private Encounter sighted(UUID encounterId) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    Encounter encounter = encounters.find(encounterId).orElseThrow();
    audited.requireSight(encounter.id());
    return encounter;
  }

  private ResponseEntity<byte[]> given(
      Encounter encounter, int number, byte[] file, String ending, MediaType type) {
    audit.record(
        "exported audit packet " + number,
        "encounter",
        encounter.id(),
        encounter.patientId().value(),
        ending);
    return ResponseEntity.ok()
        .header(
            "Content-Disposition",
            "attachment; filename=packet-%s-%d.%s"
                .formatted(encounter.visitNumber().replaceAll("[^\\w-]", "_"), number, ending))
        .contentType(type)
        .body(file);
  }
}
