namespace ApiSpec.Transport;

/// <summary>
/// Records the values of a request that only some editions include, while the request is created. Writing a body is synchronous, so the thread identifies the
/// request.
/// </summary>
internal sealed class EditionLog
{
    [ThreadStatic]
    private static EditionLog? t_current;

    private readonly List<(string Name, ApiEditions Editions)> _uses = [];

    /// <summary>Records a value that some editions do not include, while a request is created from it.</summary>
    public static void Note(string name, ApiEditions editions) => t_current?.Add(name, editions);

    public void Add(string name, ApiEditions editions) => _uses.Add((name, editions));

    /// <summary>Writes a body, and records its values.</summary>
    public byte[] Write<T>(ApiJson<T> json, T body)
    {
        t_current = this;
        try
        {
            return json.ToUtf8Bytes(body);
        }
        finally
        {
            t_current = null;
        }
    }

    /// <summary>Throws if there is a value that the server's edition does not include.</summary>
    /// <exception cref="ArgumentException">The request holds a value that the edition does not have.</exception>
    public void Check(string edition, IReadOnlyList<string> order)
    {
        foreach (var (name, editions) in _uses)
        {
            if (!editions.Include(edition, order))
                throw new ArgumentException(
                    "'" + name + "' (" + editions + ") cannot be sent to a server of " + edition + ", which is the Edition of the options.", name);
        }
    }
}
