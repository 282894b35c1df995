package org.cleanclaim.cli.vectors;

import java.math.BigDecimal;
import org.cleanclaim.pricing.anesthesia.AnesthesiaCare;
import org.cleanclaim.pricing.anesthesia.AnesthesiaCare.Induction;
import org.cleanclaim.pricing.anesthesia.AnesthesiaPrice;
import tools.jackson.databind.JsonNode;

/// Anesthesia by base units, minutes and who gave it.
final class AnesthesiaCases implements VectorLayout {

  @Override
  public String title() {
    return "Anesthesia";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("input").has("base_units") && firstCase.path("input").has("minutes");
  }

  @Override
  public Engine open(VectorTables tables) {
    return AnesthesiaCases::run;
  }

  private static Verdict run(JsonNode aCase) {
    JsonNode input = aCase.path("input");
    JsonNode expected = aCase.path("expected");
    var care =
        new AnesthesiaCare(
            input.path("base_units").asInt(),
            input.path("minutes").asInt(),
            input.path("conversion_factor").decimalValue(),
            input.path("modifier").asString(),
            input.path("present_at_induction").asBoolean() ? Induction.PRESENT : Induction.ABSENT);
    BigDecimal time = expected.path("time_units").decimalValue(null);
    String known =
        expected.path("allowed").decimalValue().setScale(2)
            + " time "
            + (time == null ? "none" : time.setScale(1).toString());
    String actual =
        switch (AnesthesiaPrice.of(care)) {
          case AnesthesiaPrice.Priced priced ->
              priced.allowed()
                  + " time "
                  + (priced.timeUnits() == null ? "none" : priced.timeUnits().toString());
          case AnesthesiaPrice.Refused refused -> refused.finding().message();
        };
    return Verdict.of(aCase.path("id").asString(), known, actual);
  }
}
