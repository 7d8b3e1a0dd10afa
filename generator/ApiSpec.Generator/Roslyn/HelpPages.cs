namespace ApiSpec.Generator.Roslyn;

/// <summary>Where the pages are that explain each diagnostic: the package brings them, so that they are those of its version, and need no network.</summary>
/// <param name="Folder">The folder; null: it is not known, and diagnostics have no link.</param>
internal sealed record HelpPages(string? Folder)
{
    public static readonly HelpPages None = new((string?)null);

    /// <summary>The address of a rule's page; empty when there is none.</summary>
    public string AddressOf(string ruleId)
        => Folder is not null && Uri.TryCreate(Folder.TrimEnd('/', '\\') + "/" + ruleId + ".md", UriKind.Absolute, out var address) && address.IsFile
            ? address.AbsoluteUri
            : "";
}
