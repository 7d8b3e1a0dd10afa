namespace ApiSpec.Generator.Docs.Tests;
public sealed class Smoke
{
    [Fact]
    public void Dump()
    {
        var path = Environment.GetEnvironmentVariable("PAGES_OUT")!;
        using var writer = new StreamWriter(path);
        foreach (var page in DiagnosticPage.All)
        {
            foreach (var d in page.Wrong.Count == 0 ? [] : SpecCompiler.Compile(page.Wrong)) writer.WriteLine(page.Id + "\twrong\t" + SpecCompiler.Show(d));
            foreach (var d in page.Right.Count == 0 ? [] : SpecCompiler.Compile(page.Right)) writer.WriteLine(page.Id + "\tright\t" + SpecCompiler.Show(d));
        }
    }
}
