package org.cleanclaim.app.pricing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.pricing.ClaimDecisions.Decided;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.payer.DecidedClaim.DecidedLine;

/// Decisions as the API and `adjudicate --json` give them.
public final class DecisionAnswers {
  private DecisionAnswers() {}

  /// @param refusals what could not be read, told behind the claims
  public static List<Object> of(ClaimDecisions decisions, List<ReadClaims.Refusal> refusals) {
    var list = new ArrayList<>();
    for (Decided each : decisions.claims()) list.add(of(each));
    list.addAll(of(refusals));
    return list;
  }

  /// What could not be read.
  public static List<Object> of(List<ReadClaims.Refusal> refusals) {
    var list = new ArrayList<>();
    for (ReadClaims.Refusal refusal : refusals) {
      var map = new LinkedHashMap<String, Object>();
      map.put("claim", refusal.claim());
      map.put("reason", refusal.message());
      map.put("remedy", refusal.remedy());
      list.add(map);
    }
    return list;
  }

  private static Map<String, Object> of(Decided each) {
    var map = new LinkedHashMap<String, Object>();
    map.put("claim", each.claim().controlNumber().value());
    if (!each.findings().isEmpty()) map.put("findings", each.findings());
    if (each.decision() == null) {
      map.put("reason", "The plan has no such member.");
      map.put("remedy", "Add the member to the plan file.");
      return map;
    }
    var payment = each.decision().payment();
    map.put("status", payment.statusCode());
    map.put("charged", payment.charged());
    map.put("paid", payment.paid());
    map.put("patient", payment.patientResponsibility());
    if (each.decision().outOfOrder() != null) {
      map.put("out_of_order", each.decision().outOfOrder().message());
    }
    var lines = new ArrayList<>();
    for (int i = 0; i < payment.services().size(); i++) {
      lines.add(of(payment.services().get(i), each.decision().lines().get(i)));
    }
    map.put("lines", lines);
    return map;
  }

  private static Object of(ServicePayment service, DecidedLine line) {
    var map = new LinkedHashMap<String, Object>();
    map.put("line", line.number());
    map.put("procedure", service.procedure());
    map.put("charged", service.charged());
    if (service.allowed() != null) map.put("allowed", service.allowed());
    map.put("paid", service.paid());
    var adjustments = new ArrayList<>();
    for (var adjustment : line.adjustments()) {
      adjustments.add(Map.of("reason", adjustment.label(), "amount", adjustment.amount()));
    }
    map.put("adjustments", adjustments);
    if (line.term() != null) map.put("term", line.term());
    map.put("price_steps", line.priceSteps());
    map.put("benefit_steps", line.benefitSteps());
    if (line.finding() != null) {
      map.put("finding", line.finding().message());
      map.put("remedy", line.finding().remedy());
    }
    return map;
  }
}
