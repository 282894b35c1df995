package org.cleanclaim.app.charge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.kernel.claim.Drug;
import org.jspecify.annotations.Nullable;

/// The drug of a charge in its columns, the same in charges by procedure and by department.
final class ChargedDrug {
  private ChargedDrug() {}

  static Map<String, @Nullable Object> columns(@Nullable Drug drug) {
    var columns = new HashMap<String, @Nullable Object>();
    columns.put("ndc", drug == null ? null : drug.ndc());
    columns.put("ndcQuantity", drug == null ? null : drug.quantity());
    columns.put("ndcUnit", drug == null ? null : drug.unit());
    return columns;
  }

  static @Nullable Drug of(ResultSet row) throws SQLException {
    String ndc = row.getString("ndc");
    if (ndc == null) return null;
    var quantity = row.getBigDecimal("ndc_quantity").stripTrailingZeros();
    return new Drug(
        ndc, quantity.scale() < 0 ? quantity.setScale(0) : quantity, row.getString("ndc_unit"));
  }
}
