package org.cleanclaim.app.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.estimate.PatientEstimate;
import org.cleanclaim.pricing.physician.LinePrice;

/// Prices and estimates as the API and the commands with `--json` give them.
public final class Answers {
  private Answers() {}

  /// @param services as they were asked for, by the number of the line
  public static List<Object> of(List<LinePrice> prices, List<String> services) {
    var list = new ArrayList<>();
    for (LinePrice price : prices) {
      var map = new LinkedHashMap<String, Object>();
      map.put("service", services.get(price.number() - 1));
      switch (price) {
        case LinePrice.Priced priced -> {
          map.put("allowed", priced.allowed().toString());
          map.put("medicare", priced.medicareShare().toString());
          map.put("patient", priced.patientShare().toString());
          map.put("sequestration", priced.sequestration().toString());
          map.put("notes", priced.notes());
          map.put("steps", priced.steps().stream().map(Answers::of).toList());
        }
        case LinePrice.Refused refused -> {
          map.put("reason", refused.finding().message());
          map.put("remedy", refused.finding().remedy());
        }
      }
      list.add(map);
    }
    return list;
  }

  private static Map<String, Object> of(PriceStep step) {
    var map = new LinkedHashMap<String, Object>();
    map.put("text", step.text());
    map.put("amount", step.amount().toString());
    map.put("source", step.source());
    return map;
  }

  public static Map<String, Object> of(PatientEstimate estimate) {
    var lines = new ArrayList<>();
    for (PatientEstimate.Line line : estimate.lines()) {
      var each = new LinkedHashMap<String, Object>();
      each.put("service", line.service().procedure());
      each.put("charge", line.service().charge());
      if (line.decided() != null) {
        each.put("allowed", line.decided().allowed());
        each.put("deductible", line.decided().deductible());
        each.put("copay", line.decided().copay());
        each.put("coinsurance", line.decided().coinsurance());
        each.put("plan_pays", line.decided().paid());
        each.put("patient_pays", line.patientPays());
        each.put("steps", line.decided().steps());
      }
      if (line.term() != null) each.put("term", line.term());
      if (!line.priceSteps().isEmpty()) each.put("price_steps", line.priceSteps());
      if (line.finding() != null) {
        each.put("finding", line.finding().message());
        each.put("remedy", line.finding().remedy());
      }
      lines.add(each);
    }
    var map = new LinkedHashMap<String, Object>();
    map.put("lines", lines);
    map.put("charged", estimate.charged());
    map.put("plan_pays", estimate.planPays());
    map.put("patient_pays", estimate.patientPays());
    map.put("confidence", estimate.confidence());
    return map;
  }
}
