//! Bytes → the first place of interest, many bytes at a time.

/// How many bytes are looked at without a branch for each.
const CHUNK: usize = 16;

/// The first place from `from` on at which `fits` says yes to the byte and the one after it (a space behind the last).
/// `fits` is a comparison of bytes without branches: it is then made for a whole chunk at once.
pub(super) fn find(bytes: &[u8], from: usize, fits: impl Fn(u8, u8) -> bool) -> Option<usize> {
    let any = |chunk: &[u8; CHUNK + 1]| {
        let pairs = chunk[..CHUNK].iter().zip(&chunk[1..]);
        pairs.fold(0, |any, (first, second)| any | u8::from(fits(*first, *second))) != 0
    };
    let mut at = from;
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        if any(chunk) {
            break;
        }
        at += CHUNK;
    }
    let rest = bytes.get(at..)?;
    if rest.len() <= CHUNK {
        let mut last = [b' '; CHUNK + 1];
        last[..rest.len()].copy_from_slice(rest);
        if !any(&last) {
            return None;
        }
    }
    (at..bytes.len()).find(|at| fits(bytes[*at], bytes.get(at + 1).copied().unwrap_or(b' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_is_found_wherever_it_stands() {
        for len in 1..60 {
            for place in 0..len {
                let mut bytes = vec![b'a'; len];
                bytes[place] = b'[';
                assert_eq!(find(&bytes, 0, |byte, _| byte == b'['), Some(place));
                assert_eq!(find(&bytes, place + 1, |byte, _| byte == b'['), None);
            }
        }
    }

    #[test]
    fn a_pair_may_lie_across_two_chunks() {
        let text = b"0123456789abcde::";
        assert_eq!(find(text, 0, |first, second| first == b':' && second == b':'), Some(15));
    }
}
