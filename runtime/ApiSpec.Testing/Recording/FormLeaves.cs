namespace ApiSpec.Testing.Recording;

/// <summary>Finds names and values in a query or a URL-encoded form (WHATWG URL, section 5.1).</summary>
internal static class FormLeaves
{
    /// <summary>The names and values, in their order.</summary>
    /// <param name="text">The pairs.</param>
    /// <param name="isSecretName">Whether the value of a name is secret.</param>
    public static List<Leaf> Find(string text, Func<string, bool> isSecretName)
    {
        var leaves = new List<Leaf>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('&', start) is >= 0 and var next ? next : text.Length;
            var equals = text.IndexOf('=', start, end - start);
            var name = new Leaf(start, equals < 0 ? end : equals, LeafKind.Form);
            leaves.Add(name);
            if (equals >= 0)
                leaves.Add(new Leaf(equals + 1, end, LeafKind.Form) { IsSecret = isSecretName(name.Decode(text).Text) });
            start = end + 1;
        }

        return leaves;
    }
}
