namespace ApiSpec;

/// <summary>The API that operations belong to.</summary>
public sealed class ApiDescription
{
    /// <summary>Describes an API.</summary>
    /// <param name="id">The short name that spec files give the API, such as <c>jp1ao</c>.</param>
    /// <param name="title">The product's name as the reference prints it; null when the specs do not give it.</param>
    /// <param name="editions">The editions of the reference, the oldest first; null when the specs name none.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or empty.</exception>
    public ApiDescription(string id, string? title = null, IReadOnlyList<string>? editions = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
        Title = title;
        Editions = editions is null ? [] : [.. editions];
    }

    /// <summary>The short name that spec files give the API.</summary>
    public string Id { get; }

    /// <summary>The product's name as the reference prints it; null when the specs do not give it.</summary>
    public string? Title { get; }

    /// <summary>The editions of the reference, the oldest first; empty when the specs name none.</summary>
    public IReadOnlyList<string> Editions { get; }

    /// <summary>Refuses an edition that the reference does not have.</summary>
    internal void CheckEdition(string? edition, string parameterName)
    {
        if (edition is not null && Editions.Count > 0 && !Editions.Contains(edition))
            throw new ArgumentException("The reference has no edition '" + Transport.Printable.Clean(edition) + "'; those are " + string.Join(", ", Editions) + ".", parameterName);
    }

    /// <summary>The title, or the id when there is none.</summary>
    public override string ToString() => Title ?? Id;
}
