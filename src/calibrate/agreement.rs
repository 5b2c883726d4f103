//! Pairs of levels → how well they agree. `docs/calibrate.md` has the formulas and their sources.

/// Resamples of a bootstrap.
const RESAMPLES: usize = 1000;
/// Where the pseudo-random numbers of every bootstrap begin.
const SEED: u64 = 20_240_607;

/// Cohen's kappa with quadratic weights over levels 0 to 4; nothing where neither side varies or there is no pair.
pub fn qwk(pairs: &[(u8, u8)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let square = |a: f64, b: f64| (a - b) * (a - b);
    let seen: f64 = pairs.iter().map(|&(a, b)| square(f64::from(a), f64::from(b))).sum();
    let (mut one, mut other) = ([0.0; 5], [0.0; 5]);
    for &(a, b) in pairs {
        one[usize::from(a.min(4))] += 1.0;
        other[usize::from(b.min(4))] += 1.0;
    }
    let mut chance = 0.0;
    for (i, a) in one.iter().enumerate() {
        for (j, b) in other.iter().enumerate() {
            chance += a * b * square(i as f64, j as f64) / n;
        }
    }
    (chance > 0.0).then(|| 1.0 - seen / chance)
}

/// Share of pairs that differ by no more than `by`.
pub fn within(pairs: &[(u8, u8)], by: u8) -> f64 {
    pairs.iter().filter(|(a, b)| a.abs_diff(*b) <= by).count() as f64 / pairs.len().max(1) as f64
}

/// Difference of the means, first less second, by the root of the mean of the two variances; nothing where neither varies.
pub fn standardised_difference(pairs: &[(u8, u8)]) -> Option<f64> {
    let n = pairs.len() as f64;
    if pairs.len() < 2 {
        return None;
    }
    let of = |side: fn(&(u8, u8)) -> u8| {
        let mean = pairs.iter().map(|p| f64::from(side(p))).sum::<f64>() / n;
        let spread = pairs.iter().map(|p| (f64::from(side(p)) - mean).powi(2)).sum::<f64>() / (n - 1.0);
        (mean, spread)
    };
    let ((a, spread_a), (b, spread_b)) = (of(|p| p.0), of(|p| p.1));
    let spread = f64::midpoint(spread_a, spread_b).sqrt();
    (spread > 0.0).then(|| (a - b) / spread)
}

/// The middle 95% of a figure over resamples of `count` documents, the same at every run; nothing where fewer than half
/// of the resamples have a figure.
pub fn interval(count: usize, figure: impl Fn(&[usize]) -> Option<f64>) -> Option<(f64, f64)> {
    if count < 2 {
        return None;
    }
    let mut state = SEED;
    let mut found = Vec::with_capacity(RESAMPLES);
    let mut drawn = vec![0; count];
    for _ in 0..RESAMPLES {
        for place in &mut drawn {
            *place = (next(&mut state) % count as u64) as usize;
        }
        found.extend(figure(&drawn));
    }
    if found.len() * 2 < RESAMPLES {
        return None;
    }
    found.sort_by(f64::total_cmp);
    let at = |share: f64| found[((found.len() - 1) as f64 * share).round() as usize];
    Some((at(0.025), at(0.975)))
}

/// `SplitMix64` (Steele, Lea and Flood 2014).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// The median; between two levels, the lower.
pub fn median(levels: &mut [u8]) -> u8 {
    levels.sort_unstable();
    levels.get(levels.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, asked: f64) {
        assert!(found.is_some_and(|found| (found - asked).abs() < 1e-9), "{found:?} is not {asked}");
    }

    #[test]
    fn kappa_is_that_worked_out_by_hand() {
        // Squared differences: 0 + 1 + 0 + 1 = 2. By chance, (0,2,2,4) against (0,1,2,3):
        // (0+1+4+9 + 2(4+1+0+1) + 16+9+4+1) / 4 = (14 + 12 + 30) / 4 = 14. So 1 - 2/14.
        near(qwk(&[(0, 0), (2, 1), (2, 2), (4, 3)]), 1.0 - 2.0 / 14.0);
        near(qwk(&[(0, 4), (4, 0)]), -1.0);
        near(qwk(&[(1, 1), (3, 3)]), 1.0);
        assert_eq!(qwk(&[(2, 2), (2, 2)]), None);
        assert_eq!(qwk(&[]), None);
    }

    #[test]
    fn shares_and_the_difference_of_means_are_those_worked_out_by_hand() {
        let pairs = [(0, 0), (2, 1), (2, 4), (4, 3)];
        assert_eq!((within(&pairs, 0), within(&pairs, 1)), (0.25, 0.75));
        // Means 2 and 1, variances 8/3 and 2/3: 1 / sqrt(5/3).
        near(standardised_difference(&[(0, 0), (2, 1), (2, 1), (4, 2)]), 1.0 / (5.0_f64 / 3.0).sqrt());
        assert_eq!(standardised_difference(&[(1, 1), (1, 1)]), None);
    }

    #[test]
    fn an_interval_holds_the_figure_and_is_the_same_each_time() {
        let values = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0];
        let mean = |drawn: &[usize]| Some(drawn.iter().map(|&at| values[at]).sum::<f64>() / drawn.len() as f64);
        let (low, high) = interval(values.len(), mean).unwrap();
        assert!(low < 3.5 && 3.5 < high && low > 1.0 && high < 6.0, "{low} to {high}");
        assert_eq!(interval(values.len(), mean), Some((low, high)));
        assert_eq!(interval(1, mean), None);
    }

    #[test]
    fn between_two_levels_the_lower_is_taken() {
        assert_eq!(median(&mut [3, 1]), 1);
        assert_eq!(median(&mut [4, 0, 2]), 2);
    }
}
