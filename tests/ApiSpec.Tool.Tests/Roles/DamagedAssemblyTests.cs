using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ApiSpec.Tool.Tests.Support;

namespace ApiSpec.Tool.Tests.Roles;

/// <summary>Assemblies that are damaged, or made to crash <c>apispec roles</c>: each is read, or rejected with one line.</summary>
public sealed class DamagedAssemblyTests : IDisposable
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using ApiSpec;

        namespace App;

        public class Base<T>
        {
            [ApiRoles("Admin", "Modify", Api = "shop")] public virtual Task RunAsync(int[,] x, ref T y, List<Dictionary<string, T[]>> z) => Task.CompletedTask;
        }

        public sealed class Jobs : Base<int>
        {
            public override Task RunAsync(int[,] x, ref int y, List<Dictionary<string, int[]>> z) => base.RunAsync(x, ref y, z);

            public async Task<int> CallAsync(IEnumerable<int> ids)
            {
                foreach (var id in ids)
                {
                    var y = id;
                    Func<Task> call = () => RunAsync(new int[1, 1], ref y, []);
                    await call();
                }

                switch (DateTime.Now.Day) { case 1: case 2: case 3: case 4: case 5: case 6: return 1; default: return Inner<string>.Value; }
            }

            private static class Inner<T> { [ApiRoles("Owner")] public static int Get() => 1; public static int Value => Get(); }
        }
        """;

    private readonly ToolFolder _folder = new();

    public static TheoryData<string> Hostile => [.. s_hostile.Keys];

    // These are only compared, so they do no harm.
    private static readonly HashSet<string> s_harmless = new(
        StringComparer.Ordinal) { "a token of nothing", "a type that is made of itself", "an array of huge rank" };

    private static readonly Dictionary<string, Action<HostileAssembly>> s_hostile = new(StringComparer.Ordinal)
    {
        ["types nested in each other"] = static made =>
        {
            made.Metadata.AddNestedType(made.Type, made.Other);
            made.Metadata.AddNestedType(made.Other, made.Type);
            made.Call(made.Method);
        },
        ["a type in itself"] = static made =>
        {
            made.Metadata.AddNestedType(made.Type, made.Type);
            made.Call(made.Method);
        },
        ["a reference to a type in itself"] = static made
            => made.Call(made.Member(
                made.Metadata.AddTypeReference(MetadataTokens.TypeReferenceHandle(made.Metadata.GetRowCount(TableIndex.TypeRef) + 1), default, made.Text("T")),
                0, 0, 1)),
        ["types that are each other's base"] = static made => made.Call(made.OwnVirtual),
        ["an array of arrays of arrays"] = static made => made.Call(made.Member(made.Type, [0, 0, .. Enumerable.Repeat((byte)0x1D, 300_000), 1])),
        ["functions that return functions"] = static made => made.Call(
            made.Member(made.Type, [0, 0, .. Enumerable.Repeat(new byte[] { 0x1B, 0, 0 }, 100_000).SelectMany(static part => part), 1])),
        ["modifiers of modifiers"] = static made => made.Call(
            made.Member(made.Type, [0, 0, .. Enumerable.Repeat(new byte[] { 0x1F, 5 }, 100_000).SelectMany(static part => part), 1])),
        ["an array of huge rank"] = static made => made.Call(made.Member(made.Type, 0, 0, 0x14, 1, 0xDF, 0xFF, 0xFF, 0xFF, 0, 0)),
        ["an array of many sizes"] = static made => made.Call(made.Member(made.Type, 0, 0, 0x14, 1, 1, 0xDF, 0xFF, 0xFF, 0xFF)),
        ["a method of many parameters"] = static made => made.Call(made.Member(made.Type, 0, 0xDF, 0xFF, 0xFF, 0xFF, 1)),
        ["a type of many arguments"] = static made => made.Call(made.Member(made.Type, 0, 0, 0x15, 0x12, 4, 0xDF, 0xFF, 0xFF, 0xFF)),
        ["a type that is made of itself"] = static made => made.Call(made.Member(made.Metadata.AddTypeSpecification(made.Bytes(0x15, 0x12, 6, 1, 8)), 0, 0, 1)),
        ["an attribute of two billion roles"] = static made =>
        {
            made.Metadata.AddCustomAttribute(made.Method, made.Attribute, made.Bytes(1, 0, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0));
            made.Call(made.Method);
        },
        ["a name of brackets"] = static made =>
        {
            made.TypeName = new string('<', 200_000) + new string('>', 200_000);
            made.Call(made.Method);
        },
        ["a token of no table"] = static made => made.Call(0x7F000001),
        ["a token of nothing"] = static made => made.Call(0),
        ["a token past the end"] = static made => made.Call(0x0A00FFFF),
        ["a token of a string"] = static made => made.Call(0x70000001),
        ["methods that share long instructions"] = static made => made.Methods = 2_000,
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Damaged_metadata_is_reported_in_one_line()
    {
        _folder.Build("App", [Source]);
        var path = Path.Combine(_folder.Root, "App.dll");
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await _folder.RunAsync("roles", "App.dll")).Code);
        var (start, size) = Metadata(whole);
        var random = new Random(14);
        var refused = 0;
        for (var round = 0; round < 600; round++)
        {
            var damaged = whole.ToArray();
            // Half of the damage is in the metadata, the rest anywhere. A file can end early as well.
            var (from, length) = round % 2 == 0 ? (start, size) : (0, whole.Length);
            for (var changes = random.Next(1, 24); changes > 0; changes--)
                damaged[from + random.Next(length)] = (byte)random.Next(256);
            await File.WriteAllBytesAsync(path, round % 10 == 9 ? damaged[..random.Next(1, whole.Length)] : damaged, TestContext.Current.CancellationToken);

            var run = await _folder.RunAsync("roles", "App.dll");

            AssertClean(run, $"round {round}: ");
            refused += run.Code == 2 ? 1 : 0;
        }

        Assert.InRange(refused, 100, 590);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_malicious_assembly_is_reported_in_one_line(string name)
    {
        var made = new HostileAssembly();
        s_hostile[name](made);
        await File.WriteAllBytesAsync(Path.Combine(_folder.Root, "App.dll"), made.Build(), TestContext.Current.CancellationToken);
        var start = Environment.CpuUsage.TotalTime;

        var run = await _folder.RunAsync("roles", "App.dll");

        AssertClean(run, "");
        Assert.Equal(s_harmless.Contains(name) ? 0 : 2, run.Code);
        Assert.True(Environment.CpuUsage.TotalTime - start < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_damaged_assembly_that_the_program_refers_to_is_named()
    {
        _folder.Build("Client", ["public static class Remote { [ApiSpec.ApiRoles(\"Admin\")] public static void Run() { } }"]);
        _folder.Build("App", ["class C { void M() => Remote.Run(); }"], references: ["Client.dll"]);
        Assert.Contains("Remote.Run (Admin)", (await _folder.RunAsync("roles", "App.dll")).Output, StringComparison.Ordinal);
        var path = Path.Combine(_folder.Root, "Client.dll");
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var (start, size) = Metadata(whole);
        whole.AsSpan(start + (size / 4), size / 2).Fill(0xFF);
        foreach (var damaged in new[] { whole, whole[..300], [], [1, 2, 3] })
        {
            await File.WriteAllBytesAsync(path, damaged, TestContext.Current.CancellationToken);

            var run = await _folder.RunAsync("roles", "App.dll");

            Assert.Equal(2, run.Code);
            Assert.StartsWith("Client.dll cannot be read as a .NET assembly: ", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_device_is_not_waited_for()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "Windows has no such files.");

        var run = await _folder.RunAsync("roles", "/dev/zero");

        Assert.Equal(new ToolRun(2, "", "/dev/zero cannot be read as a .NET assembly: The file is empty, or not a regular file.\n"), run);
    }

    private static void AssertClean(ToolRun run, string what)
    {
        Assert.True(run.Code is 0 or 2, what + run.Error);
        if (run.Code == 0)
            return;
        Assert.Equal("", run.Output);
        Assert.True(run.Error.StartsWith("App.dll cannot be read as a .NET assembly: ", StringComparison.Ordinal), what + run.Error);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    private static (int Start, int Size) Metadata(byte[] image)
    {
        using var reader = new PEReader(new MemoryStream(image));
        return (reader.PEHeaders.MetadataStartOffset, reader.PEHeaders.MetadataSize);
    }

    /// <summary>Writes an assembly of two types, with a method whose calls a test chooses. The first method has <c>[ApiRoles("x")]</c>.</summary>
    private sealed class HostileAssembly
    {
        private int _token;

        public HostileAssembly()
        {
            Metadata.AddModule(0, Text("App.dll"), Metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
            Metadata.AddAssembly(Text("App"), new Version(1, 0), default, default, default, AssemblyHashAlgorithm.None);
            var library = Metadata.AddAssemblyReference(Text("ApiSpec"), new Version(1, 0), default, default, default, default);
            var attribute = Metadata.AddTypeReference(library, Text("ApiSpec"), Text("ApiRolesAttribute"));
            Attribute = Member(attribute, 0x20, 1, 1, 0x1D, 0x0E);
        }

        public MetadataBuilder Metadata { get; } = new();

        public string TypeName { get; set; } = "<C>";

        public int Methods { get; set; } = 1;

        public MemberReferenceHandle Attribute { get; }

        public TypeDefinitionHandle Type { get; } = MetadataTokens.TypeDefinitionHandle(2);

        public TypeDefinitionHandle Other { get; } = MetadataTokens.TypeDefinitionHandle(3);

        public MethodDefinitionHandle Method { get; } = MetadataTokens.MethodDefinitionHandle(1);

        public MethodDefinitionHandle OwnVirtual => MetadataTokens.MethodDefinitionHandle(Methods + 1);

        public StringHandle Text(string text) => Metadata.GetOrAddString(text);

        public BlobHandle Bytes(params byte[] bytes) => Metadata.GetOrAddBlob(bytes);

        public MemberReferenceHandle Member(EntityHandle parent, params byte[] signature) => Metadata.AddMemberReference(parent, Text("M"), Bytes(signature));

        public void Call(EntityHandle method) => Call(MetadataTokens.GetToken(method));

        public void Call(int token) => _token = token;

        public byte[] Build()
        {
            if (Metadata.GetRowCount(TableIndex.CustomAttribute) == 0)
                Metadata.AddCustomAttribute(Method, Attribute, Bytes(1, 0, 1, 0, 0, 0, 1, (byte)'x', 0, 0));
            var code = new BlobBuilder();
            var bodies = new MethodBodyStreamEncoder(code);
            var instructions = new BlobBuilder();
            if (Methods > 1)
                instructions.WriteBytes(0, 100_000);
            else
                Write(instructions, _token);
            var address = bodies.AddMethodBody(new InstructionEncoder(instructions));
            var empty = new BlobBuilder();
            empty.WriteByte(0x2A);
            var emptyAddress = bodies.AddMethodBody(new InstructionEncoder(empty));
            for (var i = 0; i < Methods; i++)
                Metadata.AddMethodDefinition(
                    MethodAttributes.Static | MethodAttributes.Public, MethodImplAttributes.IL, Text("M"), Bytes(0, 0, 1), address, default);
            Metadata.AddMethodDefinition(
                MethodAttributes.Virtual | MethodAttributes.Public, MethodImplAttributes.IL, Text("V"), Bytes(0x20, 0, 1), emptyAddress, default);
            Metadata.AddTypeDefinition(
                default, default, Text("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
            Metadata.AddTypeDefinition(
                TypeAttributes.Public, default, Text(TypeName), Other, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
            Metadata.AddTypeDefinition(
                TypeAttributes.Public, default, Text("<D>"), Type, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(Methods + 2));
            var image = new BlobBuilder();
            new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(Metadata, suppressValidation: true), code).Serialize(image);
            return image.ToArray();
        }

        private static void Write(BlobBuilder instructions, int token)
        {
            instructions.WriteByte(0x28);
            instructions.WriteInt32(token);
            instructions.WriteByte(0x2A);
        }
    }
}
