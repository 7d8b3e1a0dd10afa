using System.Text;

namespace ApiSpec.Testing.Tests.Support;

/// <summary>A file of responses for a stub server, which is deleted after the test.</summary>
internal sealed class TemporaryResponseFile : IDisposable
{
    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);

    /// <summary>Writes the file, and returns the options of a stub server that responds as it says.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="catalog">The API; null: that of <see cref="Factory"/>.</param>
    /// <exception cref="InvalidSpecException">The file has errors.</exception>
    public StubOptions Options(string text, ExampleCatalog? catalog = null)
    {
        File.WriteAllText(Path, text, Encoding.UTF8);
        return new StubOptions(catalog ?? Factory.Catalog).RespondFrom(Path);
    }
}
