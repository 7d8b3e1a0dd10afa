using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Loading;

/// <summary>Finds the operations whose path can fit, so that a request is not compared with the paths of all operations.</summary>
internal sealed class PathIndex
{
    private readonly Node _root = new();
    private readonly IReadOnlyList<StubOperation> _operations;

    /// <param name="operations">The operations, the one with the most specific path first.</param>
    public PathIndex(IReadOnlyList<StubOperation> operations)
    {
        _operations = operations;
        for (var i = 0; i < operations.Count; i++)
            Add(i, operations[i].Path.Segments);
    }

    /// <summary>The operations that can fit, in their order. Whether they do is for <see cref="PathPattern.Match"/> to say.</summary>
    /// <param name="path">A received path, normalized by <see cref="PathText.Normalize"/>.</param>
    public IEnumerable<StubOperation> Find(string path)
    {
        var found = new List<int>(_root.Continued);
        List<Node> nodes = [_root];
        foreach (var segment in PathText.DecodeDelimiters(path).Split('/'))
        {
            var next = new List<Node>();
            foreach (var node in nodes)
            {
                if (node.Fixed.TryGetValue(segment, out var same))
                    next.Add(same);
                if (node.Other is { } other)
                    next.Add(other);
            }

            nodes = next;
            if (nodes.Count == 0)
                break;
            found.AddRange(nodes.SelectMany(static node => node.Continued));
        }

        found.AddRange(nodes.SelectMany(static node => node.Ended));
        found.Sort();
        return found.Select(number => _operations[number]);
    }

    private void Add(int number, IReadOnlyList<PathSegment> segments)
    {
        var node = _root;
        foreach (var segment in segments)
        {
            if (segment.AllowsSlashes)
            {
                node.Continued.Add(number);
                return;
            }

            if (segment.FixedText is not { } text)
                node = node.Other ??= new Node();
            else if (node.Fixed.TryGetValue(text, out var known))
                node = known;
            else
                node.Fixed.Add(text, node = new Node());
        }

        node.Ended.Add(number);
    }

    /// <summary>The operations whose paths start with the same segments.</summary>
    private sealed class Node
    {
        /// <summary>The next segment without placeholders, by its text.</summary>
        public Dictionary<string, Node> Fixed { get; } = new(StringComparer.Ordinal);

        /// <summary>The next segment with placeholders.</summary>
        public Node? Other { get; set; }

        /// <summary>The operations whose path ends here.</summary>
        public List<int> Ended { get; } = [];

        /// <summary>The operations whose next segment has a value with slashes.</summary>
        public List<int> Continued { get; } = [];
    }
}
