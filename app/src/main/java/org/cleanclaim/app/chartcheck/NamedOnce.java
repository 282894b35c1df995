package org.cleanclaim.app.chartcheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.cleanclaim.app.chartcheck.ReadChart.Ready;

/// Passes the charts of a file on; of two with one id the later one says so, since nobody could
/// tell whose findings are meant.
final class NamedOnce implements Consumer<ReadChart> {
  private final Consumer<ReadChart> charts;
  private final Map<String, Integer> places = new HashMap<>();
  private int count;

  NamedOnce(Consumer<ReadChart> charts) {
    this.charts = charts;
  }

  @Override
  public void accept(ReadChart chart) {
    count++;
    Integer earlier = places.putIfAbsent(chart.name(), count);
    if (earlier != null && chart instanceof Ready ready) charts.accept(twice(ready, earlier));
    else charts.accept(chart);
  }

  private Ready twice(Ready chart, int earlier) {
    var ofFile = new ArrayList<>(chart.ofFile());
    ofFile.add(
        OfFile.finding(
            "CHART-ID-TWICE",
            "chart " + count,
            "Chart %d of the file has the id of chart %d.".formatted(count, earlier),
            "Give each chart its own id, or take one of them out."));
    return new Ready(chart.name(), chart.chart(), ofFile);
  }
}
