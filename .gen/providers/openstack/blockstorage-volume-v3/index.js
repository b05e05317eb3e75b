"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.BlockstorageVolumeV3 = exports.BlockstorageVolumeV3TimeoutsOutputReference = exports.BlockstorageVolumeV3SchedulerHintsList = exports.BlockstorageVolumeV3SchedulerHintsOutputReference = exports.BlockstorageVolumeV3AttachmentList = exports.BlockstorageVolumeV3AttachmentOutputReference = void 0;
exports.blockstorageVolumeV3AttachmentToTerraform = blockstorageVolumeV3AttachmentToTerraform;
exports.blockstorageVolumeV3AttachmentToHclTerraform = blockstorageVolumeV3AttachmentToHclTerraform;
exports.blockstorageVolumeV3SchedulerHintsToTerraform = blockstorageVolumeV3SchedulerHintsToTerraform;
exports.blockstorageVolumeV3SchedulerHintsToHclTerraform = blockstorageVolumeV3SchedulerHintsToHclTerraform;
exports.blockstorageVolumeV3TimeoutsToTerraform = blockstorageVolumeV3TimeoutsToTerraform;
exports.blockstorageVolumeV3TimeoutsToHclTerraform = blockstorageVolumeV3TimeoutsToHclTerraform;
const cdktf = require("cdktf");
function blockstorageVolumeV3AttachmentToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function blockstorageVolumeV3AttachmentToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class BlockstorageVolumeV3AttachmentOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    get device() {
        return this.getStringAttribute('device');
    }
    get id() {
        return this.getStringAttribute('id');
    }
    get instanceId() {
        return this.getStringAttribute('instance_id');
    }
}
exports.BlockstorageVolumeV3AttachmentOutputReference = BlockstorageVolumeV3AttachmentOutputReference;
class BlockstorageVolumeV3AttachmentList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new BlockstorageVolumeV3AttachmentOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.BlockstorageVolumeV3AttachmentList = BlockstorageVolumeV3AttachmentList;
function blockstorageVolumeV3SchedulerHintsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        additional_properties: cdktf.hashMapper(cdktf.stringToTerraform)(struct.additionalProperties),
        different_host: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.differentHost),
        local_to_instance: cdktf.stringToTerraform(struct.localToInstance),
        query: cdktf.stringToTerraform(struct.query),
        same_host: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.sameHost),
    };
}
function blockstorageVolumeV3SchedulerHintsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        additional_properties: {
            value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct.additionalProperties),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        different_host: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.differentHost),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        local_to_instance: {
            value: cdktf.stringToHclTerraform(struct.localToInstance),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        query: {
            value: cdktf.stringToHclTerraform(struct.query),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        same_host: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.sameHost),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class BlockstorageVolumeV3SchedulerHintsOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._additionalProperties !== undefined) {
            hasAnyValues = true;
            internalValueResult.additionalProperties = this._additionalProperties;
        }
        if (this._differentHost !== undefined) {
            hasAnyValues = true;
            internalValueResult.differentHost = this._differentHost;
        }
        if (this._localToInstance !== undefined) {
            hasAnyValues = true;
            internalValueResult.localToInstance = this._localToInstance;
        }
        if (this._query !== undefined) {
            hasAnyValues = true;
            internalValueResult.query = this._query;
        }
        if (this._sameHost !== undefined) {
            hasAnyValues = true;
            internalValueResult.sameHost = this._sameHost;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._additionalProperties = undefined;
            this._differentHost = undefined;
            this._localToInstance = undefined;
            this._query = undefined;
            this._sameHost = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._additionalProperties = value.additionalProperties;
            this._differentHost = value.differentHost;
            this._localToInstance = value.localToInstance;
            this._query = value.query;
            this._sameHost = value.sameHost;
        }
    }
    _additionalProperties;
    get additionalProperties() {
        return this.getStringMapAttribute('additional_properties');
    }
    set additionalProperties(value) {
        this._additionalProperties = value;
    }
    resetAdditionalProperties() {
        this._additionalProperties = undefined;
    }
    get additionalPropertiesInput() {
        return this._additionalProperties;
    }
    _differentHost;
    get differentHost() {
        return this.getListAttribute('different_host');
    }
    set differentHost(value) {
        this._differentHost = value;
    }
    resetDifferentHost() {
        this._differentHost = undefined;
    }
    get differentHostInput() {
        return this._differentHost;
    }
    _localToInstance;
    get localToInstance() {
        return this.getStringAttribute('local_to_instance');
    }
    set localToInstance(value) {
        this._localToInstance = value;
    }
    resetLocalToInstance() {
        this._localToInstance = undefined;
    }
    get localToInstanceInput() {
        return this._localToInstance;
    }
    _query;
    get query() {
        return this.getStringAttribute('query');
    }
    set query(value) {
        this._query = value;
    }
    resetQuery() {
        this._query = undefined;
    }
    get queryInput() {
        return this._query;
    }
    _sameHost;
    get sameHost() {
        return this.getListAttribute('same_host');
    }
    set sameHost(value) {
        this._sameHost = value;
    }
    resetSameHost() {
        this._sameHost = undefined;
    }
    get sameHostInput() {
        return this._sameHost;
    }
}
exports.BlockstorageVolumeV3SchedulerHintsOutputReference = BlockstorageVolumeV3SchedulerHintsOutputReference;
class BlockstorageVolumeV3SchedulerHintsList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    internalValue;
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new BlockstorageVolumeV3SchedulerHintsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.BlockstorageVolumeV3SchedulerHintsList = BlockstorageVolumeV3SchedulerHintsList;
function blockstorageVolumeV3TimeoutsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        create: cdktf.stringToTerraform(struct.create),
        delete: cdktf.stringToTerraform(struct.delete),
    };
}
function blockstorageVolumeV3TimeoutsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        create: {
            value: cdktf.stringToHclTerraform(struct.create),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        delete: {
            value: cdktf.stringToHclTerraform(struct.delete),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class BlockstorageVolumeV3TimeoutsOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._create !== undefined) {
            hasAnyValues = true;
            internalValueResult.create = this._create;
        }
        if (this._delete !== undefined) {
            hasAnyValues = true;
            internalValueResult.delete = this._delete;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._create = undefined;
            this._delete = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._create = value.create;
            this._delete = value.delete;
        }
    }
    _create;
    get create() {
        return this.getStringAttribute('create');
    }
    set create(value) {
        this._create = value;
    }
    resetCreate() {
        this._create = undefined;
    }
    get createInput() {
        return this._create;
    }
    _delete;
    get delete() {
        return this.getStringAttribute('delete');
    }
    set delete(value) {
        this._delete = value;
    }
    resetDelete() {
        this._delete = undefined;
    }
    get deleteInput() {
        return this._delete;
    }
}
exports.BlockstorageVolumeV3TimeoutsOutputReference = BlockstorageVolumeV3TimeoutsOutputReference;
class BlockstorageVolumeV3 extends cdktf.TerraformResource {
    static tfResourceType = "openstack_blockstorage_volume_v3";
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "openstack_blockstorage_volume_v3", importId: importFromId, provider });
    }
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'openstack_blockstorage_volume_v3',
            terraformGeneratorMetadata: {
                providerName: 'openstack',
                providerVersion: '3.4.0',
                providerVersionConstraint: '3.4.0'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._availabilityZone = config.availabilityZone;
        this._backupId = config.backupId;
        this._consistencyGroupId = config.consistencyGroupId;
        this._description = config.description;
        this._enableOnlineResize = config.enableOnlineResize;
        this._id = config.id;
        this._imageId = config.imageId;
        this._metadata = config.metadata;
        this._name = config.name;
        this._region = config.region;
        this._size = config.size;
        this._snapshotId = config.snapshotId;
        this._sourceReplica = config.sourceReplica;
        this._sourceVolId = config.sourceVolId;
        this._volumeRetypePolicy = config.volumeRetypePolicy;
        this._volumeType = config.volumeType;
        this._schedulerHints.internalValue = config.schedulerHints;
        this._timeouts.internalValue = config.timeouts;
    }
    _attachment = new BlockstorageVolumeV3AttachmentList(this, "attachment", true);
    get attachment() {
        return this._attachment;
    }
    _availabilityZone;
    get availabilityZone() {
        return this.getStringAttribute('availability_zone');
    }
    set availabilityZone(value) {
        this._availabilityZone = value;
    }
    resetAvailabilityZone() {
        this._availabilityZone = undefined;
    }
    get availabilityZoneInput() {
        return this._availabilityZone;
    }
    _backupId;
    get backupId() {
        return this.getStringAttribute('backup_id');
    }
    set backupId(value) {
        this._backupId = value;
    }
    resetBackupId() {
        this._backupId = undefined;
    }
    get backupIdInput() {
        return this._backupId;
    }
    _consistencyGroupId;
    get consistencyGroupId() {
        return this.getStringAttribute('consistency_group_id');
    }
    set consistencyGroupId(value) {
        this._consistencyGroupId = value;
    }
    resetConsistencyGroupId() {
        this._consistencyGroupId = undefined;
    }
    get consistencyGroupIdInput() {
        return this._consistencyGroupId;
    }
    _description;
    get description() {
        return this.getStringAttribute('description');
    }
    set description(value) {
        this._description = value;
    }
    resetDescription() {
        this._description = undefined;
    }
    get descriptionInput() {
        return this._description;
    }
    _enableOnlineResize;
    get enableOnlineResize() {
        return this.getBooleanAttribute('enable_online_resize');
    }
    set enableOnlineResize(value) {
        this._enableOnlineResize = value;
    }
    resetEnableOnlineResize() {
        this._enableOnlineResize = undefined;
    }
    get enableOnlineResizeInput() {
        return this._enableOnlineResize;
    }
    _id;
    get id() {
        return this.getStringAttribute('id');
    }
    set id(value) {
        this._id = value;
    }
    resetId() {
        this._id = undefined;
    }
    get idInput() {
        return this._id;
    }
    _imageId;
    get imageId() {
        return this.getStringAttribute('image_id');
    }
    set imageId(value) {
        this._imageId = value;
    }
    resetImageId() {
        this._imageId = undefined;
    }
    get imageIdInput() {
        return this._imageId;
    }
    _metadata;
    get metadata() {
        return this.getStringMapAttribute('metadata');
    }
    set metadata(value) {
        this._metadata = value;
    }
    resetMetadata() {
        this._metadata = undefined;
    }
    get metadataInput() {
        return this._metadata;
    }
    _name;
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    resetName() {
        this._name = undefined;
    }
    get nameInput() {
        return this._name;
    }
    _region;
    get region() {
        return this.getStringAttribute('region');
    }
    set region(value) {
        this._region = value;
    }
    resetRegion() {
        this._region = undefined;
    }
    get regionInput() {
        return this._region;
    }
    _size;
    get size() {
        return this.getNumberAttribute('size');
    }
    set size(value) {
        this._size = value;
    }
    get sizeInput() {
        return this._size;
    }
    _snapshotId;
    get snapshotId() {
        return this.getStringAttribute('snapshot_id');
    }
    set snapshotId(value) {
        this._snapshotId = value;
    }
    resetSnapshotId() {
        this._snapshotId = undefined;
    }
    get snapshotIdInput() {
        return this._snapshotId;
    }
    _sourceReplica;
    get sourceReplica() {
        return this.getStringAttribute('source_replica');
    }
    set sourceReplica(value) {
        this._sourceReplica = value;
    }
    resetSourceReplica() {
        this._sourceReplica = undefined;
    }
    get sourceReplicaInput() {
        return this._sourceReplica;
    }
    _sourceVolId;
    get sourceVolId() {
        return this.getStringAttribute('source_vol_id');
    }
    set sourceVolId(value) {
        this._sourceVolId = value;
    }
    resetSourceVolId() {
        this._sourceVolId = undefined;
    }
    get sourceVolIdInput() {
        return this._sourceVolId;
    }
    _volumeRetypePolicy;
    get volumeRetypePolicy() {
        return this.getStringAttribute('volume_retype_policy');
    }
    set volumeRetypePolicy(value) {
        this._volumeRetypePolicy = value;
    }
    resetVolumeRetypePolicy() {
        this._volumeRetypePolicy = undefined;
    }
    get volumeRetypePolicyInput() {
        return this._volumeRetypePolicy;
    }
    _volumeType;
    get volumeType() {
        return this.getStringAttribute('volume_type');
    }
    set volumeType(value) {
        this._volumeType = value;
    }
    resetVolumeType() {
        this._volumeType = undefined;
    }
    get volumeTypeInput() {
        return this._volumeType;
    }
    _schedulerHints = new BlockstorageVolumeV3SchedulerHintsList(this, "scheduler_hints", true);
    get schedulerHints() {
        return this._schedulerHints;
    }
    putSchedulerHints(value) {
        this._schedulerHints.internalValue = value;
    }
    resetSchedulerHints() {
        this._schedulerHints.internalValue = undefined;
    }
    get schedulerHintsInput() {
        return this._schedulerHints.internalValue;
    }
    _timeouts = new BlockstorageVolumeV3TimeoutsOutputReference(this, "timeouts");
    get timeouts() {
        return this._timeouts;
    }
    putTimeouts(value) {
        this._timeouts.internalValue = value;
    }
    resetTimeouts() {
        this._timeouts.internalValue = undefined;
    }
    get timeoutsInput() {
        return this._timeouts.internalValue;
    }
    synthesizeAttributes() {
        return {
            availability_zone: cdktf.stringToTerraform(this._availabilityZone),
            backup_id: cdktf.stringToTerraform(this._backupId),
            consistency_group_id: cdktf.stringToTerraform(this._consistencyGroupId),
            description: cdktf.stringToTerraform(this._description),
            enable_online_resize: cdktf.booleanToTerraform(this._enableOnlineResize),
            id: cdktf.stringToTerraform(this._id),
            image_id: cdktf.stringToTerraform(this._imageId),
            metadata: cdktf.hashMapper(cdktf.stringToTerraform)(this._metadata),
            name: cdktf.stringToTerraform(this._name),
            region: cdktf.stringToTerraform(this._region),
            size: cdktf.numberToTerraform(this._size),
            snapshot_id: cdktf.stringToTerraform(this._snapshotId),
            source_replica: cdktf.stringToTerraform(this._sourceReplica),
            source_vol_id: cdktf.stringToTerraform(this._sourceVolId),
            volume_retype_policy: cdktf.stringToTerraform(this._volumeRetypePolicy),
            volume_type: cdktf.stringToTerraform(this._volumeType),
            scheduler_hints: cdktf.listMapper(blockstorageVolumeV3SchedulerHintsToTerraform, true)(this._schedulerHints.internalValue),
            timeouts: blockstorageVolumeV3TimeoutsToTerraform(this._timeouts.internalValue),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            availability_zone: {
                value: cdktf.stringToHclTerraform(this._availabilityZone),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            backup_id: {
                value: cdktf.stringToHclTerraform(this._backupId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            consistency_group_id: {
                value: cdktf.stringToHclTerraform(this._consistencyGroupId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            description: {
                value: cdktf.stringToHclTerraform(this._description),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            enable_online_resize: {
                value: cdktf.booleanToHclTerraform(this._enableOnlineResize),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            id: {
                value: cdktf.stringToHclTerraform(this._id),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            image_id: {
                value: cdktf.stringToHclTerraform(this._imageId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            metadata: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._metadata),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            name: {
                value: cdktf.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            region: {
                value: cdktf.stringToHclTerraform(this._region),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            size: {
                value: cdktf.numberToHclTerraform(this._size),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            snapshot_id: {
                value: cdktf.stringToHclTerraform(this._snapshotId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            source_replica: {
                value: cdktf.stringToHclTerraform(this._sourceReplica),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            source_vol_id: {
                value: cdktf.stringToHclTerraform(this._sourceVolId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            volume_retype_policy: {
                value: cdktf.stringToHclTerraform(this._volumeRetypePolicy),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            volume_type: {
                value: cdktf.stringToHclTerraform(this._volumeType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            scheduler_hints: {
                value: cdktf.listMapperHcl(blockstorageVolumeV3SchedulerHintsToHclTerraform, true)(this._schedulerHints.internalValue),
                isBlock: true,
                type: "set",
                storageClassType: "BlockstorageVolumeV3SchedulerHintsList",
            },
            timeouts: {
                value: blockstorageVolumeV3TimeoutsToHclTerraform(this._timeouts.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "BlockstorageVolumeV3Timeouts",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.BlockstorageVolumeV3 = BlockstorageVolumeV3;
