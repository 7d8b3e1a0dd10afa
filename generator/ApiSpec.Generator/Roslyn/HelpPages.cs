namespace ApiSpec.Generator.Roslyn;

/// <summary>The folder of the pages that explain diagnostics. The package includes them, so that they match its version and need no network.</summary>
/// <param name="Folder">The folder; null: unknown, so that diagnostics have no link.</param>
internal sealed record HelpPages(string? Folder)
{
    public static readonly HelpPages None = new((string?)null);

    /// <summary>Returns the URL of a rule's page; empty if there is no page.</summary>
    public string AddressOf(string ruleId)
        => Folder is not null && Uri.TryCreate(Folder.TrimEnd('/', '\\') + "/" + ruleId + ".md", UriKind.Absolute, out var address) && address.IsFile
            ? address.AbsoluteUri
            : "";
}
