namespace ApiSpec.Language.Rows;

/// <summary>The non-generic types that <c>ImplicitUsings</c> of the .NET 10 SDK adds to every file of a project.</summary>
/// <remarks>
/// A generated type of the same name would hide the .NET type in the namespace of the project, and make it ambiguous elsewhere. The list is data, and not read
/// from the compilation: names must follow from the spec alone, and the pipeline must not depend on the compilation.
/// </remarks>
internal static class ImplicitUsingTypes
{
    private static readonly Dictionary<string, string> NamespaceByType = Build();

    /// <summary>Returns the namespace of the .NET type of that name, or null.</summary>
    public static string? FindNamespace(string typeName) => NamespaceByType.TryGetValue(typeName, out var found) ? found : null;

    private static Dictionary<string, string> Build()
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(types, "System", """
            AccessViolationException Action Activator AggregateException AppContext AppDomain AppDomainSetup AppDomainUnloadedException
            ApplicationException ApplicationId ArgIterator ArgumentException ArgumentNullException ArgumentOutOfRangeException ArithmeticException
            Array ArrayTypeMismatchException AssemblyLoadEventArgs AssemblyLoadEventHandler AsyncCallback Attribute AttributeTargets
            AttributeUsageAttribute BadImageFormatException Base64FormattingOptions BitConverter Boolean Buffer Byte CLSCompliantAttribute
            CannotUnloadAppDomainException Char CharEnumerator Console ConsoleCancelEventArgs ConsoleCancelEventHandler ConsoleColor ConsoleKey
            ConsoleKeyInfo ConsoleModifiers ConsoleSpecialKey ContextBoundObject ContextMarshalException ContextStaticAttribute Convert
            CultureAwareComparer DBNull DataMisalignedException DateOnly DateTime DateTimeKind DateTimeOffset DayOfWeek Decimal Delegate
            DivideByZeroException DllNotFoundException Double DuplicateWaitObjectException EntryPointNotFoundException Enum Environment
            EnvironmentVariableTarget EventArgs EventHandler Exception ExecutionEngineException FieldAccessException FileStyleUriParser FlagsAttribute
            FormatException FormattableString FtpStyleUriParser GC GCCollectionMode GCGenerationInfo GCKind GCMemoryInfo GCNotificationStatus
            GenericUriParser GenericUriParserOptions GopherStyleUriParser Guid Half HashCode HttpStyleUriParser IAsyncDisposable IAsyncResult
            ICloneable IComparable IConvertible ICustomFormatter IDisposable IFormatProvider IFormattable IServiceProvider ISpanFormattable
            IUtf8SpanFormattable Index IndexOutOfRangeException InsufficientExecutionStackException InsufficientMemoryException Int128 Int16 Int32
            Int64 IntPtr InvalidCastException InvalidOperationException InvalidProgramException InvalidTimeZoneException LdapStyleUriParser
            LoaderOptimization LoaderOptimizationAttribute LocalDataStoreSlot MTAThreadAttribute MarshalByRefObject Math MathF MemberAccessException
            MemoryExtensions MethodAccessException MidpointRounding MissingFieldException MissingMemberException MissingMethodException ModuleHandle
            MulticastDelegate MulticastNotSupportedException NetPipeStyleUriParser NetTcpStyleUriParser NewsStyleUriParser NonSerializedAttribute
            NotFiniteNumberException NotImplementedException NotSupportedException NullReferenceException Nullable Object ObjectDisposedException
            ObsoleteAttribute OperatingSystem OperationCanceledException OrdinalComparer OutOfMemoryException OverflowException ParamArrayAttribute
            PlatformID PlatformNotSupportedException Random Range RankException ResolveEventArgs ResolveEventHandler RuntimeArgumentHandle
            RuntimeFieldHandle RuntimeMethodHandle RuntimeTypeHandle SByte STAThreadAttribute SequencePosition SerializableAttribute Single
            StackOverflowException String StringComparer StringComparison StringNormalizationExtensions StringSplitOptions SystemException
            ThreadStaticAttribute TimeOnly TimeProvider TimeSpan TimeZone TimeZoneInfo TimeZoneNotFoundException TimeoutException Tuple
            TupleExtensions Type TypeAccessException TypeCode TypeInitializationException TypeLoadException TypeUnloadedException TypedReference
            UInt128 UInt16 UInt32 UInt64 UIntPtr UnauthorizedAccessException UnhandledExceptionEventArgs UnhandledExceptionEventHandler
            UnitySerializationHolder Uri UriBuilder UriComponents UriCreationOptions UriFormat UriFormatException UriHostNameType UriKind UriParser
            UriPartial UriTypeConverter ValueTuple ValueType Version Void WeakReference
            """);
        Add(types, "System.Collections.Generic", """
            ByteEqualityComparer CollectionExtensions KeyNotFoundException KeyValuePair NonRandomizedStringEqualityComparer ReferenceEqualityComparer
            """);
        Add(types, "System.IO", """
            BinaryReader BinaryWriter BufferedStream Directory DirectoryInfo DirectoryNotFoundException DriveInfo DriveNotFoundException DriveType
            EndOfStreamException EnumerationOptions ErrorEventArgs ErrorEventHandler File FileAccess FileAttributes FileInfo FileLoadException
            FileMode FileNotFoundException FileOptions FileShare FileStream FileStreamOptions FileSystemAclExtensions FileSystemEventArgs
            FileSystemEventHandler FileSystemInfo FileSystemWatcher HandleInheritability IOException InternalBufferOverflowException
            InvalidDataException MatchCasing MatchType MemoryStream NotifyFilters Path PathTooLongException RandomAccess RenamedEventArgs
            RenamedEventHandler SearchOption SeekOrigin Stream StreamReader StreamWriter StringReader StringWriter TextReader TextWriter UnixFileMode
            UnmanagedMemoryAccessor UnmanagedMemoryStream WaitForChangedResult WatcherChangeTypes
            """);
        Add(types, "System.Linq", """
            AsyncEnumerable Enumerable EnumerableExecutor EnumerableQuery IOrderedQueryable IQueryProvider IQueryable ImmutableArrayExtensions
            ParallelEnumerable ParallelExecutionMode ParallelMergeOptions ParallelQuery Queryable
            """);
        Add(types, "System.Net.Http", """
            ByteArrayContent ClientCertificateOption DelegatingHandler FormUrlEncodedContent HttpClient HttpClientHandler HttpCompletionOption
            HttpContent HttpIOException HttpKeepAlivePingPolicy HttpMessageHandler HttpMessageInvoker HttpMethod HttpProtocolException
            HttpRequestError HttpRequestException HttpRequestMessage HttpRequestOptions HttpResponseMessage HttpVersionPolicy MessageProcessingHandler
            MultipartContent MultipartFormDataContent ReadOnlyMemoryContent SocketsHttpConnectionContext SocketsHttpHandler
            SocketsHttpPlaintextStreamFilterContext StreamContent StringContent
            """);
        Add(types, "System.Threading", """
            AbandonedMutexException ApartmentState AsyncFlowControl AutoResetEvent Barrier BarrierPostPhaseException CancellationToken
            CancellationTokenRegistration CancellationTokenSource CompressedStack ContextCallback CountdownEvent EventResetMode EventWaitHandle
            EventWaitHandleAcl ExecutionContext HostExecutionContext HostExecutionContextManager IOCompletionCallback IThreadPoolWorkItem ITimer
            Interlocked LazyInitializer LazyThreadSafetyMode Lock LockCookie LockRecursionException LockRecursionPolicy ManualResetEvent
            ManualResetEventSlim Monitor Mutex MutexAcl NamedWaitHandleOptions NativeOverlapped Overlapped ParameterizedThreadStart PeriodicTimer
            PreAllocatedOverlapped ReaderWriterLock ReaderWriterLockSlim RegisteredWaitHandle Semaphore SemaphoreAcl SemaphoreFullException
            SemaphoreSlim SendOrPostCallback SpinLock SpinWait SynchronizationContext SynchronizationLockException Thread ThreadAbortException
            ThreadExceptionEventArgs ThreadExceptionEventHandler ThreadInterruptedException ThreadPool ThreadPoolBoundHandle ThreadPriority
            ThreadStart ThreadStartException ThreadState ThreadStateException ThreadingAclExtensions Timeout Timer TimerCallback Volatile WaitCallback
            WaitHandle WaitHandleCannotBeOpenedException WaitHandleExtensions WaitOrTimerCallback
            """);
        Add(types, "System.Threading.Tasks", """
            ConcurrentExclusiveSchedulerPair ConfigureAwaitOptions Parallel ParallelLoopResult ParallelLoopState ParallelOptions Task
            TaskAsyncEnumerableExtensions TaskCanceledException TaskCompletionSource TaskContinuationOptions TaskCreationOptions TaskExtensions
            TaskFactory TaskScheduler TaskSchedulerException TaskStatus TaskToAsyncResult UnobservedTaskExceptionEventArgs ValueTask
            """);
        return types;
    }

    private static void Add(Dictionary<string, string> types, string @namespace, string names)
    {
        foreach (var name in names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            types[name] = @namespace;
    }
}
