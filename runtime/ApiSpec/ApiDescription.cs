namespace ApiSpec;

/// <summary>The API that operations belong to.</summary>
public sealed class ApiDescription
{
    /// <summary>Describes an API.</summary>
    /// <param name="id">The short name that spec files give the API, such as <c>jp1ao</c>.</param>
    /// <param name="title">The product's name as the reference prints it; null when the specs do not give it.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or empty.</exception>
    public ApiDescription(string id, string? title = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
        Title = title;
    }

    /// <summary>The short name that spec files give the API.</summary>
    public string Id { get; }

    /// <summary>The product's name as the reference prints it; null when the specs do not give it.</summary>
    public string? Title { get; }

    /// <summary>The title, or the id when there is none.</summary>
    public override string ToString() => Title ?? Id;
}
