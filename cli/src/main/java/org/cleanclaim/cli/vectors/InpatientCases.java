package org.cleanclaim.cli.vectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.pricing.HospitalJson;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.pricing.inpatient.Arithmetic;
import org.cleanclaim.pricing.inpatient.Discharge;
import org.cleanclaim.pricing.inpatient.InpatientPricer;
import org.cleanclaim.pricing.inpatient.InstalledInpatient;
import org.cleanclaim.pricing.inpatient.StayPart;
import org.cleanclaim.pricing.inpatient.StayPrice;
import tools.jackson.databind.JsonNode;

/// Inpatient stays with the pricer's return code, total and parts. A case passes when code and
/// total agree and, for stays that are paid, the wage index and each part as well. The cases come
/// from a build of the CMS pricer by GnuCOBOL, whose faults are reckoned along; see {@link
/// Arithmetic}. How many agree without those faults is counted beside.
final class InpatientCases implements VectorLayout {
  private static final Map<StayPart, String> PARTS = parts();

  private static Map<StayPart, String> parts() {
    var parts = new LinkedHashMap<StayPart, String>();
    parts.put(StayPart.FEDERAL, "oper_fsp_part");
    parts.put(StayPart.OWN_RATE, "oper_hsp_part");
    parts.put(StayPart.TEACHING, "oper_ime_adj");
    parts.put(StayPart.SHARE, "oper_dsh_adj");
    parts.put(StayPart.OUTLIER, "oper_outlier_part");
    parts.put(StayPart.UNCOMPENSATED_CARE, "uncomp_care_amount");
    parts.put(StayPart.NEW_TECHNOLOGY, "new_tech_pay_add_on");
    parts.put(StayPart.ISLET_CELLS, "islet_add_on");
    parts.put(StayPart.CAPITAL, "capi_fsp");
    parts.put(StayPart.CAPITAL_SHARE, "capi_dsh_adj");
    parts.put(StayPart.CAPITAL_TEACHING, "capi_ime_adj");
    parts.put(StayPart.CAPITAL_OUTLIER, "capi_outlier");
    parts.put(StayPart.LOW_VOLUME, "low_vol_payment");
    parts.put(StayPart.READMISSIONS, "readmis_adjust_amt");
    parts.put(StayPart.VALUE_PURCHASING, "vbp_adjust_amt");
    parts.put(StayPart.ACQUIRED_CONDITIONS, "hac_payment_amt");
    return parts;
  }

  @Override
  public String title() {
    return "Inpatient stays, as built by GnuCOBOL";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("provider").has("oper_ccr")
        && firstCase.path("bill").has("covered_days")
        && firstCase.path("expected").has("rtc");
  }

  @Override
  public Engine open(VectorTables tables) {
    CodeSets sets =
        tables.having(
            PublicationKind.IPPS_DRGS, PublicationKind.IPPS_WAGES, PublicationKind.IPPS_RATES);
    var asBuilt = new Days(new InstalledInpatient(sets, Arithmetic.GNUCOBOL_4_IBM));
    var exact = new Days(new InstalledInpatient(sets, Arithmetic.EXACT));
    return new Engine() {
      private int all;
      private int exactlyRight;

      @Override
      public Verdict run(JsonNode aCase) {
        all++;
        if (exact.verdict(aCase).passed()) exactlyRight++;
        return asBuilt.verdict(aCase);
      }

      @Override
      public List<String> notes() {
        return List.of(
            "reckoned exactly, as `price` does: %,d of %,d agree".formatted(exactlyRight, all));
      }
    };
  }

  /// The pricers of the days of discharge.
  private record Days(
      InstalledInpatient installed, Map<LocalDate, InstalledInpatient.OfDay> pricers) {
    Days(InstalledInpatient installed) {
      this(installed, new HashMap<>());
    }

    Verdict verdict(JsonNode aCase) {
      String id = aCase.path("id").asString();
      String known = known(aCase.path("expected"));
      Discharge discharge = discharge(aCase.path("bill"));
      return switch (pricers.computeIfAbsent(discharge.on(), installed::on)) {
        case InstalledInpatient.Missing missing ->
            Verdict.failed(
                id, known, missing.findings().stream().map(Finding::message).toList().toString());
        case InstalledInpatient.Found found ->
            Verdict.of(id, known, answer(found.pricer(), discharge, aCase));
      };
    }
  }

  private static Discharge discharge(JsonNode bill) {
    return new Discharge(
        bill.path("review_code").asInt(),
        bill.path("drg").asInt(),
        bill.path("los").asInt(),
        bill.path("covered_days").asInt(),
        bill.path("ltr_days").asInt(),
        LocalDate.parse(bill.path("discharge_date").asString(), DateTimeFormatter.BASIC_ISO_DATE),
        Amounts.money(bill.path("charges")),
        texts(bill.path("px")),
        texts(bill.path("dx")),
        texts(bill.path("cond")));
  }

  private static List<String> texts(JsonNode list) {
    return RiskScoreCases.texts(list).stream().map(String::strip).toList();
  }

  private static String known(JsonNode expected) {
    int code = expected.path("rtc").asInt();
    String total = Amounts.money(expected.path("total_payment")).toString();
    if (code >= 50) return "%d %s".formatted(code, total);
    var text = new StringBuilder("%d %s".formatted(code, total));
    text.append(" index ").append(four(expected.path("wage_index").decimalValue()));
    text.append(" weight ").append(four(expected.path("drg_weight").decimalValue()));
    text.append(" fraction ").append(four(expected.path("dscharge_fraction").decimalValue()));
    text.append(" standardized ").append(Amounts.money(expected.path("standard_value")));
    text.append(" records ").append(Amounts.money(expected.path("ehr_adjust_amt")));
    PARTS.forEach((part, field) ->
        text.append(" %s %s".formatted(part, Amounts.money(expected.path(field)))));
    return text.toString();
  }

  private static String answer(InpatientPricer pricer, Discharge discharge, JsonNode aCase) {
    return switch (pricer.price(discharge, HospitalJson.read(aCase.path("provider")))) {
      case StayPrice.Refused refused -> "%d 0.00".formatted(refused.why().code());
      case StayPrice.Paid paid -> {
        var text = new StringBuilder("%d %s".formatted(paid.how().code(), paid.total()));
        text.append(" index ").append(four(paid.wageIndex()));
        text.append(" weight ").append(four(paid.weight()));
        text.append(" fraction ").append(four(paid.fraction()));
        text.append(" standardized ").append(paid.standardized());
        text.append(" records ").append(paid.recordsCut());
        PARTS.keySet().forEach(part -> text.append(" %s %s".formatted(part, paid.part(part))));
        yield text.toString();
      }
    };
  }

  private static BigDecimal four(BigDecimal number) {
    return number.setScale(4, RoundingMode.HALF_UP);
  }
}
