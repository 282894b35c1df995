package org.cleanclaim.codesets.publisher;

import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The tables of Medicare's payment to hospitals, as comma-separated extracts: table 5, tables 2
/// and 3, and table 1 of the inpatient rule, and Addendum B of the outpatient rule. The name or the
/// user says from which day a file holds.
final class HospitalFiles {
  private static final String DAY = "20[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])";
  private static final String INDEX = "[0-9](\\.[0-9]{1,4})?";
  private static final String DAYS = "[0-9]{1,3}(\\.[0-9])?";
  private static final String AMOUNT = "[0-9]{1,6}(\\.[0-9]{1,2})?";

  static final List<RuleLayout> ALL =
      List.of(
          new HeadedTable(
              PublicationKind.IPPS_DRGS,
              "weights",
              ',',
              "drg,weight,gmlos,low,amlos,post_acute,special_pay",
              List.of("[0-9]{3}", "[0-9]{1,2}(\\.[0-9]{1,4})?", DAYS, "Y?", DAYS, "Y?", "Y?"),
              HospitalFiles::fiscal,
              "CMS"),
          new HeadedTable(
              PublicationKind.IPPS_WAGES,
              "areas",
              ',',
              "cbsa_or_state,size,effective,wage_index_1,wage_index_2,wage_index_3,name",
              List.of("[0-9]{2}|[0-9]{4}[0-9*]", "[LOR]?", DAY, INDEX, INDEX, INDEX, ".*"),
              HospitalFiles::fiscal,
              "CMS"),
          new HeadedTable(
              PublicationKind.IPPS_RATES,
              "rates",
              ',',
              "table,national_labor,national_nonlabor,when",
              List.of("[1-8]", AMOUNT, AMOUNT, ".*"),
              HospitalFiles::fiscal,
              "CMS"),
          new OutpatientRateCsv());

  private HospitalFiles() {}

  private static Edition fiscal(Dating dating) throws UnknownFile {
    return dating.fiscal();
  }
}
