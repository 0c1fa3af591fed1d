import { Random } from '@/lib/simulation/random';

/** What the sum of trees is fitted to: the mean, or the value that this share of the targets stays below. */
export type TreeGoal = { kind: 'mean' } | { kind: 'quantile'; share: number };

export type TreeOptions = {
  trees: number;
  leaves: number;
  /** Smallest number of examples that a leaf may rest on. */
  leafSize: number;
  /** Share of each tree's answer that is added. */
  shrinkage: number;
  /** Share of the examples, and of the features, that each tree gets to see. */
  exampleShare: number;
  featureShare: number;
};

/** A tree as parallel lists: `feature` < 0 marks a leaf with `value`; else go left if value ≤ `edge`. */
type Tree = {
  feature: Int16Array;
  edge: Float32Array;
  left: Int32Array;
  right: Int32Array;
  value: Float64Array;
};

export type TreeModel = { start: number; shrinkage: number; trees: Tree[] };

/** Bins of a feature; bin 0 is for unknown (NaN) values, which go with the smallest ones. */
const BINS = 64;

/**
 * Gradient boosting with histograms of binned features, leaf by leaf.
 *
 * Sources: J. H. Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29 (2001)
 * and "Stochastic gradient boosting" (2002); binning, leaf-wise growth and histogram subtraction as in G. Ke et al.,
 * "LightGBM" (2017). For quantiles each leaf takes the quantile of its residuals.
 *
 * `columns[f][i]` is feature f of example i; NaN means unknown.
 */
export function trainTrees(
  columns: readonly Float32Array[],
  targets: Float64Array,
  goal: TreeGoal,
  options: TreeOptions,
  seed: number,
): TreeModel {
  const count = targets.length;
  const start = count === 0 ? 0 : leafValue(Float64Array.from(targets), goal);
  const model: TreeModel = { start, shrinkage: options.shrinkage, trees: [] };
  if (count < 2 * options.leafSize) return model;
  const edges = columns.map(binEdges);
  const bins = columns.map((column, f) => binned(column, edges[f] as Float32Array));
  const predicted = new Float64Array(count).fill(start);
  const gradient = new Float64Array(count);
  const random = new Random(seed);
  const grower = new TreeGrower(bins, edges, options);
  const examples = new Int32Array(count);
  for (let t = 0; t < options.trees; t += 1) {
    for (let i = 0; i < count; i += 1) {
      const residual = (targets[i] as number) - (predicted[i] as number);
      gradient[i] = goal.kind === 'mean' ? residual : residual > 0 ? goal.share : goal.share - 1;
    }
    let taken = 0;
    for (let i = 0; i < count; i += 1) {
      if (random.next() < options.exampleShare) {
        examples[taken] = i;
        taken += 1;
      }
    }
    const features = bins.map((_, f) => f).filter(() => random.next() < options.featureShare);
    if (features.length === 0) continue;
    const tree = grower.grow(examples.subarray(0, taken), gradient, features, (leaf) => {
      const residuals = new Float64Array(leaf.length);
      for (let k = 0; k < leaf.length; k += 1) {
        const i = leaf[k] as number;
        residuals[k] = (targets[i] as number) - (predicted[i] as number);
      }
      return leafValue(residuals, goal);
    });
    model.trees.push(tree);
    for (let i = 0; i < count; i += 1) {
      predicted[i] = (predicted[i] as number) + options.shrinkage * treeValueBinned(tree, grower.splitBin, bins, i);
    }
  }
  return model;
}

/** The model's answer for one example, given as its features in the order of the columns. */
export function predictTrees(model: TreeModel, features: Float32Array): number {
  let sum = 0;
  for (const tree of model.trees) {
    let node = 0;
    let feature = tree.feature[0] as number;
    while (feature >= 0) {
      const value = features[feature] as number;
      node = (value > (tree.edge[node] as number) ? tree.right[node] : tree.left[node]) as number;
      feature = tree.feature[node] as number;
    }
    sum += tree.value[node] as number;
  }
  return model.start + model.shrinkage * sum;
}

function treeValueBinned(tree: Tree, splitBin: Uint8Array, bins: readonly Uint8Array[], i: number): number {
  let node = 0;
  let feature = tree.feature[0] as number;
  while (feature >= 0) {
    const bin = (bins[feature] as Uint8Array)[i] as number;
    node = (bin > (splitBin[node] as number) ? tree.right[node] : tree.left[node]) as number;
    feature = tree.feature[node] as number;
  }
  return tree.value[node] as number;
}

function leafValue(residuals: Float64Array, goal: TreeGoal): number {
  if (residuals.length === 0) return 0;
  if (goal.kind === 'mean') {
    let sum = 0;
    for (const residual of residuals) sum += residual;
    return sum / residuals.length;
  }
  residuals.sort();
  return residuals[Math.min(residuals.length - 1, Math.floor(goal.share * residuals.length))] as number;
}

/** Upper edges of the bins, such that each holds about as many examples; equal values share a bin. */
function binEdges(column: Float32Array): Float32Array {
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  const edges: number[] = [];
  for (let b = 1; b < BINS - 1; b += 1) {
    const at = known[Math.floor((b * known.length) / (BINS - 1))];
    if (at !== undefined && at !== edges.at(-1) && at < (known.at(-1) as number)) edges.push(at);
  }
  return Float32Array.from(edges);
}

function binned(column: Float32Array, edges: Float32Array): Uint8Array {
  return Uint8Array.from(column, (value) => {
    if (Number.isNaN(value)) return 0;
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value > (edges[middle] as number)) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  });
}

type Histogram = { sum: Float64Array; count: Int32Array };

type OpenLeaf = {
  node: number;
  from: number;
  to: number;
  sum: number;
  histogram: Histogram;
  gain: number;
  feature: number;
  bin: number;
};

class TreeGrower {
  /** For each node of the tree last grown, the bin at which it splits. */
  splitBin: Uint8Array;
  private readonly spare: Histogram[] = [];

  constructor(
    private readonly bins: readonly Uint8Array[],
    private readonly edges: readonly Float32Array[],
    private readonly options: TreeOptions,
  ) {
    this.splitBin = new Uint8Array(options.leaves * 2);
  }

  grow(
    examples: Int32Array,
    gradient: Float64Array,
    features: readonly number[],
    leafAnswer: (leaf: Int32Array) => number,
  ): Tree {
    const { leaves } = this.options;
    const size = leaves * 2;
    const tree: Tree = {
      feature: new Int16Array(size).fill(-1),
      edge: new Float32Array(size),
      left: new Int32Array(size),
      right: new Int32Array(size),
      value: new Float64Array(size),
    };
    let nodes = 1;
    const open: OpenLeaf[] = [this.leafOver(0, 0, examples.length, examples, gradient, features)];
    while (open.length < leaves) {
      let best: OpenLeaf | null = null;
      for (const leaf of open) if (leaf.gain > 0 && (best === null || leaf.gain > best.gain)) best = leaf;
      if (best === null) break;
      const middle = this.partition(examples, best);
      const node = best.node;
      tree.feature[node] = best.feature;
      // Bin b holds the values above edge b − 2 and up to edge b − 1; bin 0 the unknown ones.
      tree.edge[node] =
        best.bin === 0
          ? Number.NEGATIVE_INFINITY
          : ((this.edges[best.feature] as Float32Array)[best.bin - 1] as number);
      this.splitBin[node] = best.bin;
      tree.left[node] = nodes;
      tree.right[node] = nodes + 1;
      const leftSmaller = middle - best.from <= best.to - middle;
      const small = leftSmaller
        ? this.leafOver(nodes, best.from, middle, examples, gradient, features)
        : this.leafOver(nodes + 1, middle, best.to, examples, gradient, features);
      const large = this.remainder(best, small, leftSmaller ? nodes + 1 : nodes, features, middle, leftSmaller);
      open[open.indexOf(best)] = small;
      open.push(large);
      nodes += 2;
    }
    for (const leaf of open) {
      tree.value[leaf.node] = leafAnswer(examples.subarray(leaf.from, leaf.to));
      this.spare.push(leaf.histogram);
    }
    return tree;
  }

  private leafOver(
    node: number,
    from: number,
    to: number,
    examples: Int32Array,
    gradient: Float64Array,
    features: readonly number[],
  ): OpenLeaf {
    const histogram = this.spare.pop() ?? {
      sum: new Float64Array(this.bins.length * BINS),
      count: new Int32Array(this.bins.length * BINS),
    };
    histogram.sum.fill(0);
    histogram.count.fill(0);
    let sum = 0;
    for (let k = from; k < to; k += 1) sum += gradient[examples[k] as number] as number;
    for (const f of features) {
      const bins = this.bins[f] as Uint8Array;
      const offset = f * BINS;
      for (let k = from; k < to; k += 1) {
        const i = examples[k] as number;
        const at = offset + (bins[i] as number);
        histogram.sum[at] = (histogram.sum[at] as number) + (gradient[i] as number);
        histogram.count[at] = (histogram.count[at] as number) + 1;
      }
    }
    return this.withBestSplit({ node, from, to, sum, histogram, gain: 0, feature: -1, bin: 0 }, features);
  }

  /** The other half of a leaf that was split: its histogram is what is left of the parent's. */
  private remainder(
    parent: OpenLeaf,
    half: OpenLeaf,
    node: number,
    features: readonly number[],
    middle: number,
    halfIsLeft: boolean,
  ): OpenLeaf {
    const { histogram } = parent;
    for (const f of features) {
      for (let at = f * BINS; at < (f + 1) * BINS; at += 1) {
        histogram.sum[at] = (histogram.sum[at] as number) - (half.histogram.sum[at] as number);
        histogram.count[at] = (histogram.count[at] as number) - (half.histogram.count[at] as number);
      }
    }
    const range = halfIsLeft ? { from: middle, to: parent.to } : { from: parent.from, to: middle };
    return this.withBestSplit(
      { node, ...range, sum: parent.sum - half.sum, histogram, gain: 0, feature: -1, bin: 0 },
      features,
    );
  }

  private withBestSplit(leaf: OpenLeaf, features: readonly number[]): OpenLeaf {
    const { leafSize } = this.options;
    const count = leaf.to - leaf.from;
    if (count < 2 * leafSize) return leaf;
    const whole = (leaf.sum * leaf.sum) / count;
    const { histogram } = leaf;
    for (const f of features) {
      let leftSum = 0;
      let leftCount = 0;
      const last = (this.edges[f] as Float32Array).length;
      for (let bin = 0; bin <= last; bin += 1) {
        leftSum += histogram.sum[f * BINS + bin] as number;
        leftCount += histogram.count[f * BINS + bin] as number;
        if (leftCount < leafSize) continue;
        const rightCount = count - leftCount;
        if (rightCount < leafSize) break;
        const rightSum = leaf.sum - leftSum;
        const gain = (leftSum * leftSum) / leftCount + (rightSum * rightSum) / rightCount - whole;
        if (gain > leaf.gain + 1e-9) {
          leaf.gain = gain;
          leaf.feature = f;
          leaf.bin = bin;
        }
      }
    }
    return leaf;
  }

  /** Brings the leaf's examples that go left to its front; returns where the right ones begin. */
  private partition(examples: Int32Array, leaf: OpenLeaf): number {
    const bins = this.bins[leaf.feature] as Uint8Array;
    let low = leaf.from;
    let high = leaf.to - 1;
    while (low <= high) {
      const i = examples[low] as number;
      if ((bins[i] as number) <= leaf.bin) {
        low += 1;
      } else {
        examples[low] = examples[high] as number;
        examples[high] = i;
        high -= 1;
      }
    }
    return low;
  }
}
