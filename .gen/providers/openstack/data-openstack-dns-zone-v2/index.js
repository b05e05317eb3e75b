"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.DataOpenstackDnsZoneV2 = void 0;
const cdktf = require("cdktf");
class DataOpenstackDnsZoneV2 extends cdktf.TerraformDataSource {
    static tfResourceType = "openstack_dns_zone_v2";
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "openstack_dns_zone_v2", importId: importFromId, provider });
    }
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'openstack_dns_zone_v2',
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
        this._allProjects = config.allProjects;
        this._attributes = config.attributes;
        this._createdAt = config.createdAt;
        this._description = config.description;
        this._email = config.email;
        this._id = config.id;
        this._masters = config.masters;
        this._name = config.name;
        this._poolId = config.poolId;
        this._projectId = config.projectId;
        this._region = config.region;
        this._serial = config.serial;
        this._status = config.status;
        this._transferredAt = config.transferredAt;
        this._ttl = config.ttl;
        this._type = config.type;
        this._updatedAt = config.updatedAt;
        this._version = config.version;
    }
    _allProjects;
    get allProjects() {
        return this.getStringAttribute('all_projects');
    }
    set allProjects(value) {
        this._allProjects = value;
    }
    resetAllProjects() {
        this._allProjects = undefined;
    }
    get allProjectsInput() {
        return this._allProjects;
    }
    _attributes;
    get attributes() {
        return this.getStringMapAttribute('attributes');
    }
    set attributes(value) {
        this._attributes = value;
    }
    resetAttributes() {
        this._attributes = undefined;
    }
    get attributesInput() {
        return this._attributes;
    }
    _createdAt;
    get createdAt() {
        return this.getStringAttribute('created_at');
    }
    set createdAt(value) {
        this._createdAt = value;
    }
    resetCreatedAt() {
        this._createdAt = undefined;
    }
    get createdAtInput() {
        return this._createdAt;
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
    _email;
    get email() {
        return this.getStringAttribute('email');
    }
    set email(value) {
        this._email = value;
    }
    resetEmail() {
        this._email = undefined;
    }
    get emailInput() {
        return this._email;
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
    _masters;
    get masters() {
        return cdktf.Fn.tolist(this.getListAttribute('masters'));
    }
    set masters(value) {
        this._masters = value;
    }
    resetMasters() {
        this._masters = undefined;
    }
    get mastersInput() {
        return this._masters;
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
    _poolId;
    get poolId() {
        return this.getStringAttribute('pool_id');
    }
    set poolId(value) {
        this._poolId = value;
    }
    resetPoolId() {
        this._poolId = undefined;
    }
    get poolIdInput() {
        return this._poolId;
    }
    _projectId;
    get projectId() {
        return this.getStringAttribute('project_id');
    }
    set projectId(value) {
        this._projectId = value;
    }
    resetProjectId() {
        this._projectId = undefined;
    }
    get projectIdInput() {
        return this._projectId;
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
    _serial;
    get serial() {
        return this.getNumberAttribute('serial');
    }
    set serial(value) {
        this._serial = value;
    }
    resetSerial() {
        this._serial = undefined;
    }
    get serialInput() {
        return this._serial;
    }
    _status;
    get status() {
        return this.getStringAttribute('status');
    }
    set status(value) {
        this._status = value;
    }
    resetStatus() {
        this._status = undefined;
    }
    get statusInput() {
        return this._status;
    }
    _transferredAt;
    get transferredAt() {
        return this.getStringAttribute('transferred_at');
    }
    set transferredAt(value) {
        this._transferredAt = value;
    }
    resetTransferredAt() {
        this._transferredAt = undefined;
    }
    get transferredAtInput() {
        return this._transferredAt;
    }
    _ttl;
    get ttl() {
        return this.getNumberAttribute('ttl');
    }
    set ttl(value) {
        this._ttl = value;
    }
    resetTtl() {
        this._ttl = undefined;
    }
    get ttlInput() {
        return this._ttl;
    }
    _type;
    get type() {
        return this.getStringAttribute('type');
    }
    set type(value) {
        this._type = value;
    }
    resetType() {
        this._type = undefined;
    }
    get typeInput() {
        return this._type;
    }
    _updatedAt;
    get updatedAt() {
        return this.getStringAttribute('updated_at');
    }
    set updatedAt(value) {
        this._updatedAt = value;
    }
    resetUpdatedAt() {
        this._updatedAt = undefined;
    }
    get updatedAtInput() {
        return this._updatedAt;
    }
    _version;
    get version() {
        return this.getNumberAttribute('version');
    }
    set version(value) {
        this._version = value;
    }
    resetVersion() {
        this._version = undefined;
    }
    get versionInput() {
        return this._version;
    }
    synthesizeAttributes() {
        return {
            all_projects: cdktf.stringToTerraform(this._allProjects),
            attributes: cdktf.hashMapper(cdktf.stringToTerraform)(this._attributes),
            created_at: cdktf.stringToTerraform(this._createdAt),
            description: cdktf.stringToTerraform(this._description),
            email: cdktf.stringToTerraform(this._email),
            id: cdktf.stringToTerraform(this._id),
            masters: cdktf.listMapper(cdktf.stringToTerraform, false)(this._masters),
            name: cdktf.stringToTerraform(this._name),
            pool_id: cdktf.stringToTerraform(this._poolId),
            project_id: cdktf.stringToTerraform(this._projectId),
            region: cdktf.stringToTerraform(this._region),
            serial: cdktf.numberToTerraform(this._serial),
            status: cdktf.stringToTerraform(this._status),
            transferred_at: cdktf.stringToTerraform(this._transferredAt),
            ttl: cdktf.numberToTerraform(this._ttl),
            type: cdktf.stringToTerraform(this._type),
            updated_at: cdktf.stringToTerraform(this._updatedAt),
            version: cdktf.numberToTerraform(this._version),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            all_projects: {
                value: cdktf.stringToHclTerraform(this._allProjects),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            attributes: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._attributes),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            created_at: {
                value: cdktf.stringToHclTerraform(this._createdAt),
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
            email: {
                value: cdktf.stringToHclTerraform(this._email),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            id: {
                value: cdktf.stringToHclTerraform(this._id),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            masters: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._masters),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            name: {
                value: cdktf.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            pool_id: {
                value: cdktf.stringToHclTerraform(this._poolId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            project_id: {
                value: cdktf.stringToHclTerraform(this._projectId),
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
            serial: {
                value: cdktf.numberToHclTerraform(this._serial),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            status: {
                value: cdktf.stringToHclTerraform(this._status),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            transferred_at: {
                value: cdktf.stringToHclTerraform(this._transferredAt),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            ttl: {
                value: cdktf.numberToHclTerraform(this._ttl),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            type: {
                value: cdktf.stringToHclTerraform(this._type),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            updated_at: {
                value: cdktf.stringToHclTerraform(this._updatedAt),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            version: {
                value: cdktf.numberToHclTerraform(this._version),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.DataOpenstackDnsZoneV2 = DataOpenstackDnsZoneV2;
