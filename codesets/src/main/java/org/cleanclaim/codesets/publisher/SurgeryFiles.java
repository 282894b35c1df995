package org.cleanclaim.codesets.publisher;

import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The tables of Medicare's payment to ambulatory surgical centers: Addenda AA, BB and FF and the
/// wage index file as CMS publishes them, or comma-separated extracts of them and of the code pair
/// file. Of an extract the name or the user says from which day it holds.
final class SurgeryFiles {
  private static final String CODE = "[0-9A-Z]{5}";
  private static final String DAY = "20[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])";

  static final List<RuleLayout> ALL =
      List.of(
          new SurgeryRateCsv(),
          new SurgeryAddendum(),
          new SurgeryWageCsv(),
          new HeadedTable(
              PublicationKind.ASC_WAGES,
              "wages",
              ',',
              "cbsa,wage_index",
              List.of("[0-9]{2}|[0-9]{5}", "[0-9](\\.[0-9]{1,6})?"),
              Dating::calendar,
              "CMS"),
          new HeadedTable(
              PublicationKind.ASC_PAIRS,
              "pairs",
              ',',
              "device,procedure,percent_multiplier,effective,end",
              List.of(CODE, CODE, "0(\\.[0-9]+)?|1(\\.0+)?", DAY, DAY),
              Dating::calendar,
              "CMS"));

  private SurgeryFiles() {}
}
