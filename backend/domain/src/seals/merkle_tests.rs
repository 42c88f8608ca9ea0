//! A root is of these leaves, in this order, so many of them, and of no others.

use super::{Step, Tree, root_through};
use crate::seals::Hash;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert_eq, prop_assert_ne, proptest};
use proptest::sample::Index;

fn tree(leaves: &[Hash]) -> Tree {
    let mut tree = Tree::default();
    tree.extend(leaves.iter().copied());
    tree
}

fn leaf(number: u64) -> Hash {
    Hash::leaf(&number.to_be_bytes())
}

fn leaves(least: usize) -> impl Strategy<Value = Vec<Hash>> {
    vec(any::<u64>().prop_map(leaf), least..70)
}

/// The definition of RFC 6962, 2.1, word by word.
fn defined(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash::of(&[]),
        [one] => *one,
        more => {
            let half = more.len().next_power_of_two() / 2;
            let (left, right) = more.split_at(half);
            Hash::of(&[&[1], defined(left).as_bytes(), defined(right).as_bytes()])
        }
    }
}

#[test]
fn of_no_leaves_the_root_is_the_hash_of_nothing() {
    let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(Tree::default().root().to_string(), nothing);
    assert_eq!((Tree::default().count(), Tree::default().path()), (0, Vec::new()));
}

#[test]
fn the_roots_are_those_that_certificate_transparency_publishes() {
    let inputs: [&[u8]; 4] = [b"", &[0x00], &[0x10], &[0x20, 0x21]];
    let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ];
    let mut tree = Tree::default();
    for (input, root) in inputs.iter().zip(roots) {
        tree.push(Hash::leaf(input));
        assert_eq!(tree.root().to_string(), root);
    }
}

proptest! {
    #[test]
    fn a_root_is_what_the_definition_says_however_the_leaves_come_in(
        all in leaves(0), at in any::<Index>(),
    ) {
        prop_assert_eq!(tree(&all).root(), defined(&all));
        let (first, rest) = all.split_at(at.index(all.len() + 1));
        let mut batched = tree(first);
        batched.root();
        batched.extend(rest.iter().copied());
        prop_assert_eq!(batched.root(), defined(&all));
    }

    #[test]
    fn any_other_leaf_order_or_number_of_leaves_has_another_root(
        all in leaves(2), other in any::<u64>().prop_map(leaf), (one, two) in (any::<Index>(), any::<Index>()),
    ) {
        let (root, at) = (tree(&all).root(), one.index(all.len()));
        let mut changed = all.clone();
        changed[at] = other;
        prop_assert_eq!(tree(&changed).root() == root, all[at] == other);
        let mut swapped = all.clone();
        swapped.swap(at, two.index(all.len()));
        prop_assert_eq!(tree(&swapped).root() == root, swapped == all);
        let mut fewer = all.clone();
        fewer.remove(at);
        prop_assert_ne!(tree(&fewer).root(), root);
        let mut more = all.clone();
        more.insert(at, other);
        prop_assert_ne!(tree(&more).root(), root);
        // A node is no leaf: the upper half of a tree is not a smaller tree with the same root.
        prop_assert_ne!(tree(&[defined(&all)]).root(), Hash::leaf(root.as_bytes()));
    }

    #[test]
    fn the_path_of_every_leaf_leads_to_the_root_and_from_another_leaf_it_does_not(
        all in leaves(1), at in any::<Index>(), other in any::<u64>().prop_map(leaf),
    ) {
        let at = at.index(all.len());
        let mut tree = tree(&all[..at]);
        tree.push_wanted(all[at]);
        tree.extend(all[at + 1..].iter().copied());
        let path: Vec<Step> = tree.path();
        prop_assert_eq!(root_through(all[at], &path), defined(&all));
        prop_assert_eq!(root_through(other, &path) == defined(&all), other == all[at]);
    }
}
