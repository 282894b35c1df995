package org.cleanclaim.app.pay;

import java.io.IOException;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.career.Career;
import org.cleanclaim.workforce.estimate.Estimator;
import org.cleanclaim.workforce.store.FigureStore;
import org.springframework.stereotype.Component;

/// The published pay figures as they stood when the application started.
@Component
public class PayFigures {
  private final Benchmarks benchmarks;
  private final Estimator estimator;
  private final Career career = Career.builtIn();

  PayFigures(Home home) throws IOException {
    this.benchmarks = FigureStore.at(home.workforce()).open().benchmarks();
    this.estimator = new Estimator(benchmarks);
  }

  public Benchmarks benchmarks() {
    return benchmarks;
  }

  public Estimator estimator() {
    return estimator;
  }

  public Career career() {
    return career;
  }
}
