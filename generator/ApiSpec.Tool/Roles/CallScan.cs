using System.Reflection.Metadata;

namespace ApiSpec.Tool.Roles;

/// <summary>Finds the calls in an assembly that need a role. The called methods can be in other assemblies of the same folder.</summary>
internal sealed class CallScan : IDisposable
{
    private readonly string _folder;
    private readonly AssemblyFile _scanned;
    private readonly Dictionary<string, AssemblyFile?> _others = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<EntityHandle, (string Name, IReadOnlyList<RequiredRoles> Required)?> _known = [];

    private CallScan(string path)
    {
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _scanned = AssemblyFile.Open(path);
    }

    /// <summary>Returns the calls in an assembly that need a role, in the order of its methods.</summary>
    /// <exception cref="BadImageFormatException">
    /// The file, or one that it refers to, is not a .NET assembly, or is damaged. <see cref="BadImageFormatException.FileName"/> is its path.
    /// </exception>
    public static IReadOnlyList<RoleCall> Of(string path, CancellationToken cancellationToken)
    {
        using var scan = new CallScan(path);
        return MetadataLimits.Read(path, () => scan.Find(cancellationToken));
    }

    public void Dispose()
    {
        _scanned.Dispose();
        foreach (var other in _others.Values)
            other?.Dispose();
    }

    private List<RoleCall> Find(CancellationToken cancellationToken)
    {
        var calls = new List<RoleCall>();
        foreach (var handle in _scanned.Reader.MethodDefinitions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var method = _scanned.Reader.GetMethodDefinition(handle);
            foreach (var named in _scanned.MethodsNamedBy(method))
            {
                if (!_known.TryGetValue(named, out var callee))
                    _known.Add(named, callee = Resolve(named));
                if (callee is not { } known)
                    continue;
                foreach (var required in known.Required)
                    calls.Add(new RoleCall(MethodNames.OfSource(_scanned.Reader, method), known.Name, required));
            }
        }

        return calls;
    }

    private (string Name, IReadOnlyList<RequiredRoles> Required)? Resolve(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodSpecification:
                return Resolve(_scanned.Reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            case HandleKind.MethodDefinition:
                return Describe(_scanned, (MethodDefinitionHandle)handle);
            case HandleKind.MemberReference:
                var member = _scanned.Reader.GetMemberReference((MemberReferenceHandle)handle);
                return member.GetKind() == MemberReferenceKind.Method && FindType(member.Parent) is { } found
                    ? FindMethod(member, found.File, found.Type)
                    : null;
            default:
                return null;
        }
    }

    private (string Name, IReadOnlyList<RequiredRoles> Required)? FindMethod(MemberReference member, AssemblyFile file, TypeDefinitionHandle type)
    {
        var name = _scanned.Reader.ReadName(member.Name);
        var signature = SignatureText.Of(_scanned.Reader, member.Signature);
        return MetadataLimits.Read(file.Path, () => file.FindMethod(type, name, signature) is { } handle ? Describe(file, handle) : null);
    }

    private static (string Name, IReadOnlyList<RequiredRoles> Required)? Describe(AssemblyFile file, MethodDefinitionHandle handle)
    {
        var required = file.RequiredBy(handle);
        if (required.Count == 0)
            return null;
        var method = file.Reader.GetMethodDefinition(handle);
        var type = MethodNames.TypeName(file.Reader, file.Reader.GetTypeDefinition(method.GetDeclaringType()));
        return (file.Reader.StringComparer.Equals(method.Name, ".ctor") ? type : type + "." + file.Reader.ReadName(method.Name), required);
    }

    private (AssemblyFile File, TypeDefinitionHandle Type)? FindType(EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeDefinition:
                return (_scanned, (TypeDefinitionHandle)type);
            case HandleKind.TypeSpecification:
                return AssemblyFile.GenericType(_scanned.Reader, (TypeSpecificationHandle)type) is { IsNil: false } generic ? FindType(generic) : null;
            case HandleKind.TypeReference:
                if (FindAssembly((TypeReferenceHandle)type) is not { } file)
                    return null;
                var name = TypeNames.Of(_scanned.Reader, type);
                return MetadataLimits.Read(file.Path, () => file.FindType(name)) is { } found ? (file, found) : null;
            default:
                return null;
        }
    }

    private AssemblyFile? FindAssembly(TypeReferenceHandle handle)
    {
        var scope = (EntityHandle)handle;
        for (var depth = 0; scope.Kind == HandleKind.TypeReference; depth++)
        {
            if (depth == MetadataLimits.MaxDepth)
                throw new BadImageFormatException("A type is nested too deeply.");
            scope = _scanned.Reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        }

        if (scope.Kind != HandleKind.AssemblyReference || scope.IsNil)
            return null;
        var name = _scanned.Reader.ReadName(_scanned.Reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name);
        if (!_others.TryGetValue(name, out var file))
            _others.Add(name, file = OpenOther(name));
        return file;
    }

    // An assembly that does not reference the library cannot have its attributes, so it is not searched.
    private AssemblyFile? OpenOther(string name)
    {
        var path = Path.Combine(_folder, name + ".dll");
        if (Path.GetFileName(name) != name || !File.Exists(path))
            return null;
        var file = MetadataLimits.Read(path, () => AssemblyFile.Open(path));
        try
        {
            if (MetadataLimits.Read(path, () => file.ReferencesLibrary))
                return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Dispose();
        return null;
    }
}
