namespace ApiSpec.Testing.Recording;

/// <summary>The secrets that a recorder has seen. Each is found wherever it occurs, in the same exchange and in later ones.</summary>
/// <remarks>Finding them takes time in proportion to the text, however many there are.</remarks>
internal sealed class KnownSecrets
{
    /// <summary>Below that, a match is more likely to be chance than a secret. Places that hold a secret are masked whatever its length.</summary>
    public const int ShortestText = 4;

    // A shorter one is often a part of a word: 'pin1' of 'pin12'.
    private const int ShortestPart = 8;

    private const int LongestKey = 64;
    private const int MostOfKey = 32;
    private const int Most = 100_000;

    private readonly object _lock = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    // The lengths of the keys that start with four characters: one bit for each length. A key is a secret, or the first characters of a long one.
    private readonly Dictionary<ulong, ulong> _lengths = [];
    private readonly Dictionary<int, List<string>> _byKey = [];

    /// <summary>Whether there are more secrets than can be remembered, so that nothing is known to be free of them.</summary>
    public bool IsFull { get; private set; }

    public bool IsEmpty => _known.Count == 0;

    /// <summary>Notes a secret. What a server sends in place of one, such as <c>****</c>, is none, and neither is a Boolean.</summary>
    public void Add(string text)
    {
        text = text.Trim();
        if (text.Length < ShortestText || text == Redaction.Placeholder || text.All(static character => character is '*' or '.' or '\u2022')
            || bool.TryParse(text, out _))
            return;
        lock (_lock)
        {
            if (IsFull || !_known.Add(text))
                return;
            if (_known.Count > Most)
            {
                IsFull = true;
                return;
            }

            var key = text.AsSpan(0, Math.Min(text.Length, LongestKey));
            var prefix = PrefixOf(key);
            _lengths[prefix] = _lengths.GetValueOrDefault(prefix) | BitOf(key.Length);
            var hash = string.GetHashCode(key);
            if (!_byKey.TryGetValue(hash, out var sameKey))
                _byKey.Add(hash, sameKey = []);
            sameKey.Add(text);
        }
    }

    /// <summary>Finds the secrets in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Receives the parts that are secrets.</param>
    /// <param name="isPart">Whether a short one may be a part of a longer word.</param>
    public void Find(string text, List<Redaction> found, bool isPart = false)
    {
        lock (_lock)
        {
            if (_known.Count == 0 || text.Length < ShortestText)
                return;
            for (var i = 0; i + ShortestText <= text.Length;)
            {
                var length = _lengths.TryGetValue(PrefixOf(text.AsSpan(i)), out var lengths) ? LengthAt(text, i, lengths, isPart) : 0;
                if (length > 0)
                    found.Add(new Redaction(i, i + length, Redaction.Placeholder));
                // Another secret can start within this one. Of a long one, only its end can have the start of another.
                i += Math.Max(1, length - LongestKey);
            }
        }
    }

    private int LengthAt(string text, int start, ulong lengths, bool isPart)
    {
        for (var length = Math.Min(LongestKey, text.Length - start); length >= ShortestText; length--)
        {
            if ((lengths & BitOf(length)) == 0)
                continue;
            var key = text.AsSpan(start, length);
            if (!_byKey.TryGetValue(string.GetHashCode(key), out var sameKey))
                continue;
            var longest = sameKey.Count > MostOfKey && length == LongestKey ? text.Length - start : LongestOf(sameKey, text.AsSpan(start), length);
            if (longest > 0 && (isPart || IsWhole(text, start, start + longest)))
                return longest;
        }

        return 0;
    }

    // Servers cut long texts, so the first characters of a long secret are a secret as well.
    private static int LongestOf(List<string> secrets, ReadOnlySpan<char> text, int length)
    {
        var longest = 0;
        foreach (var secret in secrets)
        {
            var isOfKey = secret.Length == length || (length == LongestKey && secret.Length > length);
            if (isOfKey && text.StartsWith(secret.AsSpan(0, length), StringComparison.Ordinal))
                longest = Math.Max(longest, text.CommonPrefixLength(secret));
        }

        return longest;
    }

    private static bool IsWhole(string text, int start, int end)
    {
        if (end - start >= ShortestPart && text.AsSpan(start, end - start).ContainsAnyExceptInRange('0', '9'))
            return true;
        return !(start > 0 && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[start]))
            && !(end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(text[end - 1]));
    }

    private static ulong PrefixOf(ReadOnlySpan<char> text) => text[0] | ((ulong)text[1] << 16) | ((ulong)text[2] << 32) | ((ulong)text[3] << 48);

    private static ulong BitOf(int length) => 1UL << (length - ShortestText);
}
