namespace ApiSpec.Testing.Recording;

/// <summary>Masks the secrets in a string, however they are written: plain, in a URL, as JSON or XML, in Base64, or in several of these ways.</summary>
/// <param name="secrets">The known secrets. It receives the secrets that are found by their names.</param>
/// <param name="names">The names of secrets.</param>
/// <param name="paths">The paths with secrets.</param>
internal sealed class TextMask(KnownSecrets secrets, SecretNames names, SecretPaths paths)
{
    // JSON in a string of JSON in a form, and an escape within.
    private const int Deepest = 4;

    // How often the characters of a text are looked at. Real texts need a few times; one that is made to need more is masked as a whole.
    private const int Looks = 50;
    private const int MostOfShort = 100_000;

    // A shorter value after a name in prose is often a word: 'Password=required'.
    private const int ShortestNamed = 8;

    // Four bytes in Base64.
    private const int ShortestBase64 = 6;

    // Shorter runs of letters are words.
    private const int ShortestPacked = 16;

    // A shorter number in JSON is often another one: a count, a version, a year.
    private const int ShortestNumber = 6;

    private long _budget;

    /// <summary>Masks a text without a format.</summary>
    public string Mask(string text)
    {
        _budget = MostOfShort + ((long)Looks * text.Length);
        return Redaction.Apply(text, Find(text, Deepest));
    }

    /// <summary>Masks a text of which the names and values are known.</summary>
    public string Mask(string text, List<Leaf> leaves)
    {
        _budget = MostOfShort + ((long)Looks * text.Length);
        var found = new List<Redaction>();
        Find(text, leaves, Deepest, found);
        return Redaction.Apply(text, found);
    }

    /// <summary>Notes what looks like the values of secrets in a text that cannot be read as its format.</summary>
    public void Salvage(string text)
    {
        foreach (var (start, end) in NamedValues.Find(text, names.Contains))
        {
            var value = text[start..end];
            if (value[0] is not ('{' or '['))
            {
                AddWritten(value);
                continue;
            }

            // The strings within: every second part is outside of the quotation marks.
            var parts = value.Replace("\\\"", "\\u0022", StringComparison.Ordinal).Split('"');
            for (var i = 1; i < parts.Length; i += 2)
                AddWritten(parts[i]);
        }
    }

    // How it is written is not known, so each way is tried.
    private void AddWritten(string value)
    {
        secrets.Add(value);
        secrets.Add(DecodedText.OfPercent(value, plusIsSpace: false).Text);
        secrets.Add(DecodedText.OfPercent(value, plusIsSpace: true).Text);
        secrets.Add(DecodedText.OfJson(value).Text);
        secrets.Add(DecodedText.OfXml(value).Text);
    }

    private List<Redaction> Find(string text, int depth)
    {
        var found = new List<Redaction>();
        if (text.Length == 0)
            return found;
        _budget -= text.Length;
        if (_budget < 0)
            return [new Redaction(0, text.Length, Redaction.Placeholder)];
        if (JsonLeaves.AreLikelyIn(text))
        {
            // No server writes so deep, so the text can be anything.
            if (depth == 0 && names.AreInApi)
                return [new Redaction(0, text.Length, Redaction.Placeholder)];
            if (depth > 0 && JsonLeaves.Find(text, names.Contains) is { } leaves)
            {
                Find(text, leaves, depth - 1, found);
                return found;
            }
        }

        if (depth > 0 && XmlLeaves.AreLikelyIn(text) && XmlLeaves.Find(text, names) is { } elements)
        {
            Find(text, elements, depth - 1, found);
            return found;
        }

        foreach (var (start, end) in NamedValues.Find(text, names.Contains))
        {
            if (end - start >= ShortestNamed && start > 0 && text[start - 1] is '=' or '/')
                AddWritten(text[(text[start - 1] == '/' ? AfterUser(text, start, end) : start)..end]);
            found.Add(new Redaction(start, end, Redaction.Placeholder));
        }

        foreach (var (start, end, value) in paths.Find(text))
        {
            secrets.Add(value);
            found.Add(new Redaction(start, end, Redaction.Placeholder));
        }

        secrets.Find(text, found);
        FindBase64(text, depth, found);
        if (depth == 0)
            return found;
        if (text.Contains('%', StringComparison.Ordinal))
            Add(DecodedText.OfPercent(text, plusIsSpace: false));
        if (text.Contains('+', StringComparison.Ordinal))
            Add(DecodedText.OfPercent(text, plusIsSpace: true));
        if (text.Contains('\\', StringComparison.Ordinal))
            Add(DecodedText.OfJson(text));
        if (text.Contains('&', StringComparison.Ordinal))
            Add(DecodedText.OfXml(text));
        return found;

        void Add(DecodedText decoded)
        {
            if (decoded.Text != text)
                found.AddRange(Find(decoded.Text, depth - 1).Select(decoded.ToSource));
        }
    }

    // Without a password, the user can be a token.
    private static int AfterUser(string text, int start, int end) => text.IndexOf(':', start, end - start) is >= 0 and var colon ? colon + 1 : start;

    private void Find(string text, List<Leaf> leaves, int depth, List<Redaction> found)
    {
        foreach (var leaf in leaves)
        {
            if (leaf.Start == leaf.End)
                continue;
            var decoded = leaf.Decode(text);
            if (leaf.IsSecret)
            {
                if (leaf.Kind != LeafKind.JsonValue || decoded.Text.Count(char.IsAsciiDigit) >= ShortestNumber)
                    secrets.Add(decoded.Text);
                if (leaf.Kind == LeafKind.Form)
                    secrets.Add(DecodedText.OfPercent(text[leaf.Start..leaf.End], plusIsSpace: false).Text);
                found.Add(new Redaction(leaf.Start, leaf.End, leaf.Placeholder));
                continue;
            }

            // A name that the specs have is not a secret, even if it is also a password.
            if (leaf.Kind is LeafKind.JsonName or LeafKind.XmlName && names.IsDocumented(decoded.Text))
                continue;
            var inLeaf = Find(decoded.Text, depth);
            if (leaf.Kind == LeafKind.Form && decoded.Text.Contains(' ', StringComparison.Ordinal))
            {
                var plain = DecodedText.OfPercent(text[leaf.Start..leaf.End], plusIsSpace: false);
                found.AddRange(Find(plain.Text, depth).Select(part => Moved(plain.ToSource(part), leaf)));
            }

            if (leaf.Kind == LeafKind.JsonValue && inLeaf.Count > 0)
                found.Add(new Redaction(leaf.Start, leaf.End, leaf.Placeholder));
            else
                found.AddRange(inLeaf.Select(part => Moved(decoded.ToSource(part), leaf)));
        }
    }

    private static Redaction Moved(Redaction part, Leaf leaf) => part with { Start = part.Start + leaf.Start, End = part.End + leaf.Start };

    // A run of letters can start with what is not part of the value, such as '/v1/', so that its bytes start at any of four characters.
    private void FindBase64(string text, int depth, List<Redaction> found)
    {
        var canHaveNames = depth > 0 && names.AreInApi;
        if (secrets.IsEmpty && !canHaveNames)
            return;
        for (var start = 0; start < text.Length; start++)
        {
            if (!DecodedText.IsBase64(text[start]))
                continue;
            var end = start;
            while (end < text.Length && DecodedText.IsBase64(text[end]))
                end++;
            for (var shift = 0; shift < 4 && end - start - shift >= ShortestBase64; shift++)
            {
                var decoded = DecodedText.OfBase64(text, start + shift, end);
                var inside = new List<Redaction>();
                secrets.Find(decoded.Text, inside, isPart: true);
                if (canHaveNames && end - start - shift >= ShortestPacked && IsPrintable(decoded.Text))
                    inside.AddRange(Find(decoded.Text, depth - 1));
                found.AddRange(inside.Select(decoded.ToSource));
            }

            start = end;
        }
    }

    private static bool IsPrintable(string text) => !text.Any(static character => char.IsControl(character) && character is not ('\t' or '\r' or '\n'));
}
