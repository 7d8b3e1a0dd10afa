using System.Diagnostics;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>Files that are named like specs but are not specs.</summary>
public sealed class SpecFileTests : IDisposable
{
    private const string Spec = "operation: A.Get\nrequest: GET /a\nstatus: [200]\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apispec-files-");

    private string Name => Path.Combine(_folder.FullName, "a.apispec.yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    [InlineData("/dev/tty")]
    [InlineData("/dev/urandom")]
    public void Device_is_refused(string device)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || !File.Exists(device), "There is no such device.");
        File.CreateSymbolicLink(Name, device);

        Assert.Equal($"'{Name}' is a device or a pipe, and not a spec file.", Fail<IOException>(_folder.FullName));
        Assert.Equal($"'{Name}' is a device or a pipe, and not a spec file.", Fail<IOException>(Name));
        Assert.Equal($"'{device}' is a device or a pipe, and not a spec file.", Fail<IOException>(device));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pipe_is_refused_without_waiting_for_its_other_end(bool isLinked)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in folders.");
        var pipe = isLinked ? Path.Combine(_folder.FullName, "pipe") : Name;
        using (var process = Process.Start("mkfifo", pipe))
            process.WaitForExit();
        if (isLinked)
            File.CreateSymbolicLink(Name, pipe);

        Assert.Equal($"'{Name}' is a device or a pipe, and not a spec file.", Fail<IOException>(_folder.FullName));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("b")]
    public void Folder_that_leads_to_itself_is_refused(string target)
    {
        File.WriteAllText(Name, Spec);
        var inner = Directory.CreateDirectory(Path.Combine(_folder.FullName, "b"));
        Directory.CreateSymbolicLink(Path.Combine(inner.FullName, "loop"), Path.GetFullPath(Path.Combine(_folder.FullName, "b", target == "b" ? "." : target)));
        Directory.CreateSymbolicLink(
            Path.Combine(inner.FullName, "again"), Path.GetFullPath(Path.Combine(_folder.FullName, "b", target == "b" ? "." : target)));

        Assert.EndsWith("points to a folder that contains it.", Fail<IOException>(_folder.FullName), StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_that_are_linked_many_times_are_read_once()
    {
        var folder = _folder;
        for (var depth = 0; depth < 40; depth++)
        {
            var inner = Directory.CreateDirectory(Path.Combine(_folder.FullName, $"f{depth}"));
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "one"), inner.FullName);
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "two"), inner.FullName);
            folder = inner;
        }

        File.WriteAllText(Path.Combine(folder.FullName, "a.apispec.yaml"), Spec);

        Assert.Single(ExampleCatalog.Load(_folder.FullName).Operations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Folder_with_the_name_of_a_spec_is_refused(bool isLinked)
    {
        if (isLinked)
            Directory.CreateSymbolicLink(Name, Directory.CreateDirectory(Path.Combine(_folder.FullName, "b")).FullName);
        else
            Directory.CreateDirectory(Name);

        Assert.Equal($"'{Name}' is a folder, and not a spec file.", Fail<IOException>(_folder.FullName));
    }

    [Fact]
    public void Links_to_files_and_folders_are_followed()
    {
        var elsewhere = Directory.CreateTempSubdirectory("apispec-elsewhere-");
        try
        {
            File.WriteAllText(Path.Combine(elsewhere.FullName, "spec"), Spec);
            File.WriteAllText(Path.Combine(elsewhere.FullName, "b.apispec.yaml"), Spec.Replace("A.Get", "B.Get", StringComparison.Ordinal));
            File.CreateSymbolicLink(Name, Path.Combine(elsewhere.FullName, "spec"));
            Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "more"), elsewhere.FullName);

            Assert.Equal(["A.Get", "B.Get"], ExampleCatalog.Load(_folder.FullName).Operations.Select(static operation => operation.Id));
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(1_048_577)]
    [InlineData(4_000_000)]
    [InlineData(8_000_000_000)]
    public void File_that_is_too_large_is_refused(long length)
    {
        using (var file = File.Create(Name))
            file.SetLength(length);
        if (length < 2_000_000)
            File.WriteAllText(Name, new string('#', (int)length));

        Assert.Contains("a.apispec.yaml(1,1): error APISPEC0001: This file has ", Fail<InvalidSpecException>(Name), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_another_encoding_is_read()
    {
        File.WriteAllText(Name, Spec + "title: \u6f22", System.Text.Encoding.Unicode);

        Assert.Equal("\u6f22", Assert.Single(ExampleCatalog.Load(Name).Operations).Title);
    }

    [Fact]
    public void File_that_says_it_is_empty_is_read()
    {
        const string Status = "/proc/self/status";
        Assert.SkipUnless(File.Exists(Status), "There is no such file.");
        File.CreateSymbolicLink(Name, Status);

        // The file is not a spec, but that only shows when it is read.
        Assert.Contains("a.apispec.yaml(", Fail<InvalidSpecException>(Name), StringComparison.Ordinal);
    }

    private static string Fail<TException>(string path)
        where TException : Exception
    {
        var failed = Task.Run(() => Assert.Throws<TException>(() => ExampleCatalog.Load(path)).Message, TestContext.Current.CancellationToken);
        return failed.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken) ? failed.Result : throw new TimeoutException("It hangs.");
    }
}
